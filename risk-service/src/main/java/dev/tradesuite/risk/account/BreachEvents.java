package dev.tradesuite.risk.account;

import java.time.Instant;

/** Tells others about accounts. */
@FunctionalInterface
public interface BreachEvents {

    /** Tells of a limit that was passed, together with the transaction that found it. */
    void limitBreached(String accountId, Breach breach, Instant at);
}
