package dev.tradesuite.orchestrator.trade;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets decision documents whose time is over. */
public final class DecisionRetention {

    private final DecisionStore store;
    private final Duration keep;
    private final Duration keepOrdered;
    private final Clock clock;

    /**
     * @param keep how long a decision is kept that no order was opened for
     * @param keepOrdered how long one is kept that an order was opened for; longer while that order is kept
     */
    public DecisionRetention(DecisionStore store, Duration keep, Duration keepOrdered, Clock clock) {
        this.store = store;
        this.keep = keep;
        this.keepOrdered = keepOrdered;
        this.clock = clock;
    }

    /** A part at a time, so that no transaction is long. */
    public void forget() {
        Instant now = clock.instant();
        int forgotten;
        do {
            forgotten = store.forget(now.minus(keep), now.minus(keepOrdered));
        } while (forgotten > 0);
    }
}
