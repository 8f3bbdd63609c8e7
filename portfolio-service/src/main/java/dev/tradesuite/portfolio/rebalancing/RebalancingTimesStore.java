package dev.tradesuite.portfolio.rebalancing;

import java.time.Instant;
import java.util.Optional;

/** Keeps when rebalancings are planned by themselves. Every method joins the transaction it is called in. */
public interface RebalancingTimesStore {

    /** Of an account; empty when nobody has said anything. */
    Optional<RebalancingTimes> find(String account);

    /**
     * Stores them; they are looked at from then on.
     *
     * @param target version of the target that needs no plan, where they were off before
     */
    void put(RebalancingTimes times, Instant lookAt, long target);

    /** Takes those of one account that are on and have to be looked at; nobody else looks before the later moment. */
    Optional<RebalancingTimes> claim(Instant now, Instant nextLook);

    /** The next one is due then. */
    void due(String account, Optional<Instant> next);

    /** Up to which version of the target plans were made, or were not to be made. */
    long planned(String account);

    /** No plan is needed for a version of the target any more, nor for those before. */
    void planned(String account, long target);
}
