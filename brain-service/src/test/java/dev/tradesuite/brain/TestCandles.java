package dev.tradesuite.brain;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** Series of M5 candles of EURUSD for tests, the same at every run. */
public final class TestCandles {

    /** When the first candle opens. */
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final long LENGTH = Timeframe.M5.length().toMillis();

    private TestCandles() {}

    /** Candles that close at these prices, open at the close before and reach a wick beyond both. */
    public static CandleSeries closing(double wick, double... closes) {
        CandleSeries.Builder series = new CandleSeries.Builder("EURUSD", Timeframe.M5, closes.length);
        for (int i = 0; i < closes.length; i++) {
            double open = closes[Math.max(0, i - 1)];
            series.add(
                    START.toEpochMilli() + i * LENGTH,
                    open,
                    Math.max(open, closes[i]) + wick,
                    Math.min(open, closes[i]) - wick,
                    closes[i],
                    100);
        }
        return series.build();
    }

    /** Candles whose closes change by the same step each time. */
    public static CandleSeries moving(int count, double first, double step) {
        double[] closes = new double[count];
        Arrays.setAll(closes, i -> first + i * step);
        return closing(Math.abs(step) / 2, closes);
    }

    /** Candles of one price. */
    public static CandleSeries flat(int count, double price) {
        return moving(count, price, 0);
    }

    /** A random walk with a drift that changes its side every 80 candles. */
    public static CandleSeries walk(long seed, int count) {
        Random random = new Random(seed);
        double[] closes = new double[count];
        double price = 1.10;
        for (int i = 0; i < count; i++) {
            double drift = (i / 80 % 2 == 0 ? 1 : -1) * 0.00008;
            price += drift + random.nextGaussian() * 0.0002;
            closes[i] = price;
        }
        return closing(0.0001, closes);
    }

    /** A store with these candles only, whatever instrument is asked for. */
    public static CandleStore stored(CandleSeries candles) {
        return new CandleStore() {
            @Override
            public CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit) {
                return candles.closedBy(asOf).last(limit);
            }

            @Override
            public CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to) {
                return candles.between(from, to);
            }
        };
    }
}
