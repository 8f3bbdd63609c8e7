package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a plan keeps to.
 *
 * @param dust changes below either are not traded
 * @param limitPercent how far the limit price is from the newest one
 * @param stopPercent how far the protective stop is from it
 * @param costBasisPoints cost of an order, of its worth
 * @param maxMovePercent how far a price may move before nothing is sent
 * @param maxPriceAge how old a price may be while its market is open
 */
public record RebalancingRules(
        Dust dust,
        BigDecimal limitPercent,
        BigDecimal stopPercent,
        BigDecimal costBasisPoints,
        BigDecimal maxMovePercent,
        Duration maxPriceAge) {

    /**
     * What is not worth an order.
     *
     * @param amount in the currency of the account
     * @param percent of the value of the account
     */
    public record Dust(BigDecimal amount, BigDecimal percent) {

        /** What is not worth an order of an account of this value. */
        BigDecimal of(BigDecimal value) {
            return amount.max(Amounts.even(value.multiply(percent).movePointLeft(2)));
        }
    }
}
