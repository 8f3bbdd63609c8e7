package dev.tradesuite.orchestrator.approval;

import java.util.Optional;

/** Reads what an approver has read of a rebalancing. */
@FunctionalInterface
public interface RebalancingTexts {

    /** An order of a payload; empty when there is none of that number, or something of it is not said. */
    Optional<ApprovedOrder> order(String payload, int number);
}
