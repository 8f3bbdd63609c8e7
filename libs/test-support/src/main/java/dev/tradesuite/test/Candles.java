package dev.tradesuite.test;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Candles for tests, the same ones at every run. */
public final class Candles {

    private static final int PRICE_SCALE = 5;
    private static final BigDecimal VOLUME = BigDecimal.valueOf(100);

    private Candles() {}

    /** Candles that all close at the price; open, high and low too. */
    public static List<Candle> flat(Timeframe timeframe, Instant start, int count, String price) {
        return moving(timeframe, start, count, price, "0");
    }

    /**
     * Candles whose closes go up, or down, by the same step. Each opens where the one before closed; high and low reach
     * half a step beyond.
     *
     * @param step change from close to close; negative to fall
     */
    public static List<Candle> moving(Timeframe timeframe, Instant start, int count, String firstOpen, String step) {
        BigDecimal change = new BigDecimal(step);
        BigDecimal wick = change.abs().multiply(new BigDecimal("0.5"));
        List<Candle> candles = new ArrayList<>(count);
        BigDecimal open = new BigDecimal(firstOpen);
        for (int i = 0; i < count; i++) {
            BigDecimal close = open.add(change);
            candles.add(candle(timeframe, start, i, open, close, wick));
            open = close;
        }
        return List.copyOf(candles);
    }

    /**
     * A random walk, the same for the same seed.
     *
     * @param deviation standard deviation of a close from the one before
     */
    public static List<Candle> walk(
            Timeframe timeframe, Instant start, int count, String firstOpen, String deviation, long seed) {
        Random random = new Random(seed);
        double sigma = Double.parseDouble(deviation);
        List<Candle> candles = new ArrayList<>(count);
        BigDecimal open = new BigDecimal(firstOpen);
        for (int i = 0; i < count; i++) {
            BigDecimal close = open.add(rounded(random.nextGaussian() * sigma));
            candles.add(candle(timeframe, start, i, open, close, rounded(Math.abs(random.nextGaussian()) * sigma / 2)));
            open = close;
        }
        return List.copyOf(candles);
    }

    private static Candle candle(
            Timeframe timeframe, Instant start, int index, BigDecimal open, BigDecimal close, BigDecimal wick) {
        return new Candle(
                start.plus(timeframe.length().multipliedBy(index)),
                open,
                open.max(close).add(wick),
                open.min(close).subtract(wick),
                close,
                VOLUME);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(PRICE_SCALE, RoundingMode.HALF_EVEN);
    }
}
