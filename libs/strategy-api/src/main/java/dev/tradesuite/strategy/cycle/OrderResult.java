package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order.
 *
 * @param status where it stands; absent when the books did not take it at all
 * @param reason why it was not filled; empty when it was
 */
public record OrderResult(PortfolioOrder.@Nullable Status status, String reason) {

    /** Whether it was traded. */
    public boolean filled() {
        return status == PortfolioOrder.Status.FILLED;
    }
}
