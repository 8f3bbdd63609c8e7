package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what of a portfolio.
 *
 * @param sequence of the portfolio after it
 * @param at when
 * @param who subject of the token
 * @param what was changed
 * @param before it; absent for a creation
 * @param after it
 * @param reason why; absent when none was said
 */
public record SetupChange(
        long sequence,
        Instant at,
        String who,
        What what,
        @Nullable String before,
        String after,
        @Nullable String reason) {}
