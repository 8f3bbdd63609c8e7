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
     * Asks for approval of a plan; asked again for the same one it is the same approval.
     *
     * @param pending how long it can be decided
     */
    Standing ask(PlannedRebalancing rebalancing, Duration pending);

    /** How an approval stands. */
    Standing find(UUID id);
}
