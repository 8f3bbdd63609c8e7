package dev.tradesuite.orchestrator.difference;

import java.time.Instant;

/** Tells the world of positions that are apart, in the transaction in which that is stored. */
public interface PositionGapEvents {

    /** They are apart by other lots than was told before. */
    void apart(PositionGap gap);

    /** They agree again, as they are seen now. */
    void cleared(PositionGap gap, Instant at);
}
