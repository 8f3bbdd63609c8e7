package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closed candles of one instrument and timeframe, oldest first, as plain arrays for the indicators.
 *
 * <p>Immutable and safe to share between threads. A part of a series ({@link #last}, {@link #closedBy}) shares the
 * arrays of the whole, so cutting costs nothing; {@link #opens} and its like copy. Prices are doubles: exact prices of
 * money are read as {@link Candle}.
 */
public final class CandleSeries {

    private final String symbol;
    private final Timeframe timeframe;
    private final @Nullable Timeframe derivedFrom;
    private final long[] openMillis;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final int from;
    private final int to;

    private CandleSeries(
            String symbol,
            Timeframe timeframe,
            @Nullable Timeframe derivedFrom,
            long[] openMillis,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            int from,
            int to) {
        this.symbol = symbol;
        this.timeframe = timeframe;
        this.derivedFrom = derivedFrom;
        this.openMillis = openMillis;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.from = from;
        this.to = to;
    }

    /** A series without candles. */
    public static CandleSeries empty(String symbol, Timeframe timeframe) {
        return new Builder(symbol, timeframe, 0).build();
    }

    /**
     * A series of candles that are not stored, such as those of a request.
     *
     * @throws IllegalArgumentException when a candle does not open after the one before it
     */
    public static CandleSeries of(String symbol, Timeframe timeframe, List<Candle> candles) {
        Builder builder = new Builder(symbol, timeframe, candles.size());
        for (Candle candle : candles) {
            builder.add(
                    candle.openTime().toEpochMilli(),
                    candle.open().doubleValue(),
                    candle.high().doubleValue(),
                    candle.low().doubleValue(),
                    candle.close().doubleValue(),
                    candle.volume() == null ? Double.NaN : candle.volume().doubleValue());
        }
        return builder.build();
    }

    /** Instrument. */
    public String symbol() {
        return symbol;
    }

    /** Length of every candle. */
    public Timeframe timeframe() {
        return timeframe;
    }

    /** Timeframe of the stored candles that these were put together from; empty when these are stored themselves. */
    public Optional<Timeframe> derivedFrom() {
        return Optional.ofNullable(derivedFrom);
    }

    /** This series as one that was put together from finer candles; null: it was not. */
    CandleSeries derivedFrom(@Nullable Timeframe finer) {
        return new CandleSeries(symbol, timeframe, finer, openMillis, open, high, low, close, volume, from, to);
    }

    /** Number of candles. */
    public int size() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    /** Open time of a candle in milliseconds since 1970, UTC. */
    public long openMillis(int index) {
        return openMillis[at(index)];
    }

    /** Open time of a candle. */
    public Instant openTime(int index) {
        return Instant.ofEpochMilli(openMillis(index));
    }

    /** When a candle closed. */
    public Instant closeTime(int index) {
        return openTime(index).plus(timeframe.length());
    }

    public double open(int index) {
        return open[at(index)];
    }

    public double high(int index) {
        return high[at(index)];
    }

    public double low(int index) {
        return low[at(index)];
    }

    public double close(int index) {
        return close[at(index)];
    }

    /** Volume of a candle; NaN when the source has none. */
    public double volume(int index) {
        return volume[at(index)];
    }

    /** Open time of the newest candle. */
    public Optional<Instant> lastOpenTime() {
        return isEmpty() ? Optional.empty() : Optional.of(openTime(size() - 1));
    }

    /** When the newest candle closed. */
    public Optional<Instant> lastCloseTime() {
        return isEmpty() ? Optional.empty() : Optional.of(closeTime(size() - 1));
    }

    /** Open times in milliseconds since 1970, a copy. */
    public long[] openMillis() {
        return Arrays.copyOfRange(openMillis, from, to);
    }

    /** Opening prices, a copy. */
    public double[] opens() {
        return Arrays.copyOfRange(open, from, to);
    }

    /** Highest prices, a copy. */
    public double[] highs() {
        return Arrays.copyOfRange(high, from, to);
    }

    /** Lowest prices, a copy. */
    public double[] lows() {
        return Arrays.copyOfRange(low, from, to);
    }

    /** Closing prices, a copy. */
    public double[] closes() {
        return Arrays.copyOfRange(close, from, to);
    }

    /** Volumes, a copy; NaN where the source has none. */
    public double[] volumes() {
        return Arrays.copyOfRange(volume, from, to);
    }

    /** The newest candles, at most as many as asked for. */
    public CandleSeries last(int count) {
        return part(Math.max(from, to - Math.max(0, count)), to);
    }

    /** The candles that had closed at a moment: open time + length at or before it. */
    public CandleSeries closedBy(Instant asOf) {
        return part(
                from, firstOpeningAfter(asOf.toEpochMilli() - timeframe.length().toMillis()));
    }

    /** The candles that open at or after {@code start} and before {@code end}. */
    public CandleSeries between(Instant start, Instant end) {
        int first = firstOpeningAfter(start.toEpochMilli() - 1);
        return part(first, Math.max(first, firstOpeningAfter(end.toEpochMilli() - 1)));
    }

    /**
     * This series followed by a later one.
     *
     * @throws IllegalArgumentException when the later one does not begin after this one's end
     */
    public CandleSeries followedBy(CandleSeries later) {
        Builder builder = new Builder(symbol, timeframe, size() + later.size());
        builder.addAll(this);
        builder.addAll(later);
        return builder.build().derivedFrom(derivedFrom);
    }

    private CandleSeries part(int newFrom, int newTo) {
        return newFrom == from && newTo == to
                ? this
                : new CandleSeries(
                        symbol, timeframe, derivedFrom, openMillis, open, high, low, close, volume, newFrom, newTo);
    }

    /** Array position of the first candle that opens after a moment. */
    private int firstOpeningAfter(long millis) {
        int found = Arrays.binarySearch(openMillis, from, to, millis);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int at(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("candle " + index + " of " + size());
        }
        return from + index;
    }

    @Override
    public String toString() {
        return symbol + " " + timeframe + ", " + size() + " candles"
                + (isEmpty() ? "" : " from " + openTime(0) + " to " + openTime(size() - 1));
    }

    /** Collects candles in the order of their open times. Not safe for use by several threads. */
    public static final class Builder {

        private final String symbol;
        private final Timeframe timeframe;
        private long[] openMillis;
        private double[] open;
        private double[] high;
        private double[] low;
        private double[] close;
        private double[] volume;
        private int size;

        /**
         * Starts a series.
         *
         * @param expected number of candles expected; more are taken too
         */
        public Builder(String symbol, Timeframe timeframe, int expected) {
            this.symbol = symbol;
            this.timeframe = timeframe;
            openMillis = new long[expected];
            open = new double[expected];
            high = new double[expected];
            low = new double[expected];
            close = new double[expected];
            volume = new double[expected];
        }

        /**
         * Adds the next candle.
         *
         * @throws IllegalArgumentException when it does not open after the one before it
         */
        public void add(long openMillis, double open, double high, double low, double close, double volume) {
            if (size > 0 && openMillis <= this.openMillis[size - 1]) {
                throw new IllegalArgumentException("candle at " + Instant.ofEpochMilli(openMillis)
                        + " does not open after the one at " + Instant.ofEpochMilli(this.openMillis[size - 1]));
            }
            if (size == this.openMillis.length) {
                grow(Math.max(64, size * 2));
            }
            this.openMillis[size] = openMillis;
            this.open[size] = open;
            this.high[size] = high;
            this.low[size] = low;
            this.close[size] = close;
            this.volume[size] = volume;
            size++;
        }

        private void addAll(CandleSeries series) {
            for (int i = 0; i < series.size(); i++) {
                add(
                        series.openMillis(i),
                        series.open(i),
                        series.high(i),
                        series.low(i),
                        series.close(i),
                        series.volume(i));
            }
        }

        private void grow(int capacity) {
            openMillis = Arrays.copyOf(openMillis, capacity);
            open = Arrays.copyOf(open, capacity);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            close = Arrays.copyOf(close, capacity);
            volume = Arrays.copyOf(volume, capacity);
        }

        /** The series; the builder must not be used afterwards. */
        public CandleSeries build() {
            return new CandleSeries(symbol, timeframe, null, openMillis, open, high, low, close, volume, 0, size);
        }
    }
}
