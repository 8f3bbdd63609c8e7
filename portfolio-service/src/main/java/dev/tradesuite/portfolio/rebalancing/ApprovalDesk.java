package dev.tradesuite.portfolio.rebalancing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Where approval is asked for. */
public interface ApprovalDesk {

    /** How an approval stands. */
    sealed interface Standing {

        /**
         * Nobody has decided yet.
         *
         * @param expiresAt when nobody can any more
         */
        record Pending(UUID id, Instant expiresAt) implements Standing {}

        /**
         * A person said yes.
         *
         * @param payloadHash of what was approved
         */
        record Approved(UUID id, String payloadHash, Instant decidedAt) implements Standing {}

        /** A person said no. */
        record Rejected(UUID id, String by, String reason) implements Standing {}

        /** Nobody decided in time. */
        record Expired(UUID id) implements Standing {}

        /** Nobody answers, or it is refused for now. */
        record Silent(String why) implements Standing {}
    }

    /**
     * How long an approval holds.
     *
     * @param pending how long it can be decided
     * @param valid how long it can be carried out once it is given, or until nobody can decide any more, when that is
     *     later
     */
    record Term(Duration pending, Duration valid) {}

    /** Asks for approval of a plan; asked again for the same one it is the same approval. */
    Standing ask(PlannedRebalancing rebalancing, Term term);

    /** How an approval stands. */
    Standing find(UUID id);
}
