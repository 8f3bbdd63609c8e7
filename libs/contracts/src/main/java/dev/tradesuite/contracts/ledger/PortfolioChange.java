package dev.tradesuite.contracts.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a portfolio's history: who changed what. {@code GET /portfolios/{id}/history}.
 *
 * @param sequence number of the change
 * @param at when
 * @param who subject of the token
 * @param what such as {@code CREATED}, {@code PAUSED} or {@code CONFIGURED}
 * @param before what was changed, as it was; absent for a creation
 * @param after as it is now
 * @param reason why; absent when none was said
 */
public record PortfolioChange(
        long sequence,
        Instant at,
        String who,
        What what,
        @Nullable String before,
        String after,
        @Nullable String reason) {

    /** What was changed. */
    public enum What {
        CREATED,
        RENAMED,
        CONFIGURED,
        SCHEDULED,
        PAUSED,
        RESUMED,
        /** With all others. */
        PAUSED_WITH_ALL,
        /** With all that were paused with all others. */
        RESUMED_WITH_ALL,
        LIQUIDATED,
        ARCHIVED
    }
}
