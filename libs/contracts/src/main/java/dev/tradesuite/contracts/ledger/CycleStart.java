package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.strategy.CycleReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller needs to know at the beginning of a cycle.
 *
 * @param portfolio the portfolio
 * @param positions its open positions
 * @param report the report of the cycle when it has been completed already; absent otherwise
 * @param orders orders of the cycle so far, taken by a run that broke off; empty when there are none
 */
public record CycleStart(
        Portfolio portfolio,
        List<MarketPosition> positions,
        @Nullable CycleReport report,
        List<PortfolioOrder> orders) {

    public CycleStart {
        // A caller may meet an answer without orders.
        orders = orders == null ? List.of() : List.copyOf(orders);
    }

    /** A start without earlier orders. */
    public CycleStart(Portfolio portfolio, List<MarketPosition> positions, @Nullable CycleReport report) {
        this(portfolio, positions, report, List.of());
    }
}
