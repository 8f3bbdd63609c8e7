package dev.tradesuite.benchmarks.following;

import dev.tradesuite.contracts.market.Candle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * A price that swings so often that models change their mind about every second bar. The same symbol and minute always
 * have the same price.
 *
 * @param base price around which it swings
 * @param decimals of the price
 */
record MadeUpPrice(String symbol, double base, int decimals) {

    private static final double SWING = 0.002;
    private static final double NOISE = 0.0003;
    private static final int MINUTES = 6;
    private static final Duration LENGTH = Duration.ofMinutes(1);

    /** The one-minute candle that opens at a minute. */
    Candle candle(Instant open) {
        BigDecimal first = at(open);
        BigDecimal last = at(open.plus(LENGTH));
        BigDecimal shadow = BigDecimal.valueOf(base * NOISE).setScale(decimals, RoundingMode.UP);
        return new Candle(
                open, first, first.max(last).add(shadow), first.min(last).subtract(shadow), last, null);
    }

    private BigDecimal at(Instant moment) {
        long minute = moment.getEpochSecond() / LENGTH.toSeconds();
        double noise = new Random(minute * 31 + symbol.hashCode()).nextGaussian() * NOISE;
        double swing = SWING * Math.sin(2 * Math.PI * minute / MINUTES + symbol.hashCode());
        return BigDecimal.valueOf(base * (1 + swing + noise)).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
