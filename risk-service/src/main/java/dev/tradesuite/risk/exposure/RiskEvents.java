package dev.tradesuite.risk.exposure;

import java.time.Instant;

/** Tells others about accounts. */
@FunctionalInterface
public interface RiskEvents {

    /** Tells of a limit that was passed, together with the transaction that found it. */
    void limitBreached(String accountId, Breach breach, Instant at);
}
