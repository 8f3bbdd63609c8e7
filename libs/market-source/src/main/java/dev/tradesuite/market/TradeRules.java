package dev.tradesuite.market;

import java.math.BigDecimal;

/**
 * What a venue asks of whoever takes an order of a market.
 *
 * @param feeRate fee = shares x feeRate x (price x (1 - price)) ^ feeExponent, USD; 0: no fee
 * @param feeExponent from 1
 * @param minimumShares least number of shares of an order; 0: any
 */
public record TradeRules(BigDecimal feeRate, int feeExponent, BigDecimal minimumShares) {

    /** No fee and no least size. */
    public static final TradeRules NONE = new TradeRules(BigDecimal.ZERO, 1, BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public TradeRules {
        if (feeRate.signum() < 0 || feeRate.compareTo(BigDecimal.ONE) > 0 || feeExponent < 1) {
            throw new IllegalArgumentException(
                    "a fee has a rate of 0 to 1 and an exponent from 1, had %s and %d".formatted(feeRate, feeExponent));
        }
        if (minimumShares.signum() < 0) {
            throw new IllegalArgumentException("the least size must not be negative, was " + minimumShares);
        }
    }

    /** The fee in percent of the amount traded, which is shares x price: with exponent 1, 100 x rate x (1 - price). */
    public BigDecimal feePercent(BigDecimal price) {
        if (feeRate.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return HUNDRED.multiply(feeRate)
                .multiply(price.pow(feeExponent - 1))
                .multiply(BigDecimal.ONE.subtract(price).pow(feeExponent));
    }
}
