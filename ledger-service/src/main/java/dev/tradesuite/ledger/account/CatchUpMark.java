package dev.tradesuite.ledger.account;

import java.time.Instant;
import java.util.Optional;

/** How far the books have asked the orchestrator for its fills; it survives a restart. */
public interface CatchUpMark {

    /** When the newest fill they have asked about was booked there; empty before the first. */
    Optional<Instant> get();

    void set(Instant bookedUntil);
}
