package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.portfolio.PortfolioOrder;

/**
 * What became of an order.
 *
 * @param status where it stands
 * @param reason why it was not filled; empty when it was
 */
public record OrderResult(PortfolioOrder.Status status, String reason) {

    /** Whether it was traded. */
    public boolean filled() {
        return status == PortfolioOrder.Status.FILLED;
    }
}
