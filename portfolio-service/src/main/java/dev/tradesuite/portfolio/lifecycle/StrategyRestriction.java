package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.risk.TradingState;
import java.time.Instant;
import java.util.Optional;

/**
 * What the orders of a strategy may do, as risk-service is to be told.
 *
 * @param code of the strategy
 * @param reason why, in a sentence
 * @param since when it was decided
 * @param doneAt when risk-service had it; empty while it is not told
 * @param note what came of it, or why it could not be told so far
 * @param attempts how often it was tried
 * @param version grows with every wish
 */
public record StrategyRestriction(
        String code,
        TradingState state,
        String reason,
        Instant since,
        Optional<Instant> doneAt,
        Optional<String> note,
        int attempts,
        long version) {}
