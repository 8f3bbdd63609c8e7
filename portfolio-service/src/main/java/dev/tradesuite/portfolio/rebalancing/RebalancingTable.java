package dev.tradesuite.portfolio.rebalancing;

import static dev.tradesuite.contracts.portfolio.RebalancingState.APPROVED;
import static dev.tradesuite.contracts.portfolio.RebalancingState.CANCELLED;
import static dev.tradesuite.contracts.portfolio.RebalancingState.DONE;
import static dev.tradesuite.contracts.portfolio.RebalancingState.EXECUTING;
import static dev.tradesuite.contracts.portfolio.RebalancingState.EXPIRED;
import static dev.tradesuite.contracts.portfolio.RebalancingState.FAILED;
import static dev.tradesuite.contracts.portfolio.RebalancingState.PARTIAL;
import static dev.tradesuite.contracts.portfolio.RebalancingState.PENDING_APPROVAL;
import static dev.tradesuite.contracts.portfolio.RebalancingState.REJECTED;

import dev.tradesuite.contracts.portfolio.RebalancingState;
import java.util.Set;

/** Which state may follow which. */
final class RebalancingTable {

    private RebalancingTable() {}

    /** States that may follow. */
    static Set<RebalancingState> after(RebalancingState state) {
        return switch (state) {
            case DRAFT -> Set.of(PENDING_APPROVAL, CANCELLED);
            case PENDING_APPROVAL -> Set.of(APPROVED, REJECTED, EXPIRED, CANCELLED);
            case APPROVED -> Set.of(EXECUTING, FAILED, EXPIRED, CANCELLED);
            case EXECUTING -> Set.of(DONE, PARTIAL, FAILED);
            case DONE, PARTIAL, FAILED, REJECTED, EXPIRED, CANCELLED -> Set.of();
        };
    }
}
