package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * An order of a plan.
 *
 * @param number from 1, in the order in which they are sent
 */
public record PlannedOrder(int number, Wanted wanted, Worth worth) {

    /**
     * What is sent.
     *
     * @param lots size
     * @param limitPrice worst price it is filled at
     * @param stopPrice protective stop; empty when it only reduces a position
     */
    public record Wanted(
            String strategy,
            String symbol,
            Side side,
            BigDecimal lots,
            BigDecimal limitPrice,
            Optional<BigDecimal> stopPrice) {

        /** Whether it may only reduce a position. */
        public boolean reduceOnly() {
            return stopPrice.isEmpty();
        }

        /** The same in a line, digit by digit. */
        String text() {
            return "%s %s %s %s limit %s stop %s"
                    .formatted(
                            strategy,
                            symbol,
                            side,
                            plain(lots),
                            plain(limitPrice),
                            stopPrice.map(Wanted::plain).orElse("none"));
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * What it comes to, in the currency of the account.
     *
     * @param price newest price when the plan was made, in the quote currency
     * @param notional worth
     * @param margin it takes; what it sets free when it reduces a position
     * @param cost as far as it can be told before
     * @param buyingPowerAfter what is left to buy for after it
     * @param heldLots what the strategy held when the plan was made
     */
    public record Worth(
            BigDecimal price,
            BigDecimal notional,
            BigDecimal margin,
            BigDecimal cost,
            BigDecimal buyingPowerAfter,
            BigDecimal heldLots) {}

    /** Key of the order at the orchestrator: the same whenever it is sent, and it says that it is of a rebalancing. */
    public String clientOrderId(UUID rebalancing) {
        return "rb-%s-%d".formatted(rebalancing, number);
    }
}
