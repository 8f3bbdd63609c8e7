package dev.tradesuite.orchestrator.difference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Positions that are apart, and those that can be. */
public interface PositionGaps {

    /**
     * A position, held or not.
     *
     * @param accountId account
     * @param symbol instrument
     */
    record PositionOf(String accountId, String symbol) {}

    /** What orders of this service were filled in, whenever that was, and what is apart; by account. */
    List<PositionOf> traded();

    /** Positions with a fill that was booked after a moment. */
    Set<PositionOf> filledAfter(Instant moment);

    /** What is known to be apart, held until the transaction ends; empty when it is not. */
    Optional<PositionGap> locked(PositionOf position);

    void save(PositionGap gap);

    void remove(PositionOf position);
}
