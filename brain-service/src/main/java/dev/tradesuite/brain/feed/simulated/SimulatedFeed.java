package dev.tradesuite.brain.feed.simulated;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.SeriesKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bars and prices of made-up markets that never close. */
public final class SimulatedFeed implements FeedAdapter {

    private static final long MINUTE_MILLIS = 60_000;

    private final SimulatedMarket market;
    private final Timeframe timeframe;

    /**
     * A feed.
     *
     * @param seed another seed makes another market
     * @param timeframe length of its bars
     */
    public SimulatedFeed(long seed, Timeframe timeframe) {
        this.market = new SimulatedMarket(seed);
        this.timeframe = timeframe;
    }

    @Override
    public String source() {
        return SeriesKind.SIMULATED.source();
    }

    @Override
    public RunLabel label() {
        return RunLabel.SIMULATED;
    }

    @Override
    public Duration delay() {
        return Duration.ZERO;
    }

    @Override
    public Map<Instrument, FeedAnswer> bars(Map<Instrument, Instant> from, Instant closedBy) {
        Map<Instrument, FeedAnswer> bars = new LinkedHashMap<>();
        from.forEach((instrument, first) -> bars.put(instrument, FeedAnswer.of(bars(instrument, first, closedBy))));
        return bars;
    }

    /**
     * Between two minutes the price goes in a straight line, so it never leaves the range of the bar that comes of it.
     */
    @Override
    public Optional<BigDecimal> price(Instrument instrument, Instant now) {
        LocalDate date = SimulatedMarket.dateOf(now.toEpochMilli());
        if (date.isBefore(SimulatedMarket.FIRST_DAY)) {
            return Optional.empty();
        }
        double[] day = market.day(instrument, date);
        double minutes = (double) (now.toEpochMilli() - SimulatedMarket.startOf(date)) / MINUTE_MILLIS;
        int minute = (int) minutes;
        double price = day[minute] + (day[minute + 1] - day[minute]) * (minutes - minute);
        return Optional.of(inTicks(price, instrument));
    }

    /** The bars of one instrument that open at or after a moment and have closed by another, oldest first. */
    public List<Candle> bars(Instrument instrument, Instant from, Instant closedBy) {
        long length = timeframe.length().toMillis();
        long first = Math.max(
                Math.ceilDiv(from.toEpochMilli(), length) * length, SimulatedMarket.startOf(SimulatedMarket.FIRST_DAY));
        List<Candle> bars = new ArrayList<>();
        for (long open = first; open + length <= closedBy.toEpochMilli(); open += length) {
            bars.add(bar(instrument, open));
        }
        return bars;
    }

    private Candle bar(Instrument instrument, long openMillis) {
        LocalDate date = SimulatedMarket.dateOf(openMillis);
        double[] day = market.day(instrument, date);
        int first = (int) ((openMillis - SimulatedMarket.startOf(date)) / MINUTE_MILLIS);
        int last = first + (int) timeframe.length().toMinutes();
        double high = day[first];
        double low = day[first];
        for (int minute = first + 1; minute <= last; minute++) {
            high = Math.max(high, day[minute]);
            low = Math.min(low, day[minute]);
        }
        return new Candle(
                Instant.ofEpochMilli(openMillis),
                inTicks(day[first], instrument),
                inTicks(high, instrument),
                inTicks(low, instrument),
                inTicks(day[last], instrument),
                null);
    }

    private static BigDecimal inTicks(double price, Instrument instrument) {
        BigDecimal tick = instrument.tickSize();
        return BigDecimal.valueOf(price).divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick);
    }
}
