package dev.tradesuite.portfolio.allocation;

import java.util.List;
import java.util.Optional;

/** Keeps every version of every target. */
public interface TargetPortfolioStore {

    /** The version that counts; empty when there is none. */
    Optional<AllocationTarget> newest(String account);

    /** One version; empty when there is none. */
    Optional<AllocationTarget> find(String account, long version);

    /** The newest version above another one whose origin is a rule, ROTATION or LIFECYCLE; empty when there is none. */
    Optional<AllocationTarget> newestByRule(String account, long after);

    /** Accounts whose newest target has a weight for the strategy. */
    List<String> accountsHolding(String code);

    /**
     * Adds a version, joining the transaction under way; false when there is one of that number: of two who add the
     * same, the second waits for the first.
     */
    boolean add(AllocationTarget target);
}
