package dev.tradesuite.orchestrator.trade;

import java.time.Instant;
import java.util.UUID;

/**
 * One request for a decision.
 *
 * @param decisionId names the decision
 * @param requestedAt when the request came in
 * @param startedNanos the same on the clock that measures durations
 * @param deadline when the decision must be there
 * @param askedBy who asks; the service itself when nobody else does
 */
public record Ticket(UUID decisionId, Instant requestedAt, long startedNanos, Deadline deadline, String askedBy) {

    private static final String NOBODY_ELSE = "orchestrator";

    public static Ticket of(UUID decisionId, Instant requestedAt, Deadline deadline) {
        return new Ticket(decisionId, requestedAt, System.nanoTime(), deadline, NOBODY_ELSE);
    }

    /** The same request, of somebody. */
    public Ticket of(String asker) {
        return new Ticket(decisionId, requestedAt, startedNanos, deadline, asker);
    }
}
