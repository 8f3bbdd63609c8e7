package dev.tradesuite.benchmarks.brain;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Random;

/** A random walk of five-minute candles, the same at every run. */
final class Walk {

    private static final long SEED = 11;
    private static final double FIRST_PRICE = 1.10;
    private static final double DEVIATION = 0.0002;
    private static final double MEMORY = 0.99;
    private static final double WAVE = 0.0025;
    private static final double WAVE_LENGTH = 500;
    private static final Instant START = Instant.parse("2020-01-06T00:00:00Z");

    private Walk() {}

    /** Candles without a gap. The price wanders about a slow wave, so that it neither vanishes nor runs away. */
    static CandleSeries candles(String symbol, int count) {
        Random random = new Random(SEED);
        CandleSeries.Builder candles = new CandleSeries.Builder(symbol, Timeframe.M5, count);
        double wander = 0;
        double open = FIRST_PRICE;
        for (int i = 0; i < count; i++) {
            wander = MEMORY * wander + random.nextGaussian() * DEVIATION;
            double close = FIRST_PRICE + wander + WAVE * Math.sin(2 * Math.PI * i / WAVE_LENGTH);
            double wick = Math.abs(random.nextGaussian()) * DEVIATION / 2;
            candles.add(
                    START.plus(Timeframe.M5.length().multipliedBy(i)).toEpochMilli(),
                    open,
                    Math.max(open, close) + wick,
                    Math.min(open, close) - wick,
                    close,
                    100);
            open = close;
        }
        return candles.build();
    }
}
