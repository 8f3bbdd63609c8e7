package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.brain.StrategyVote;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a model said what it said, and what its account made of it. {@code GET /api/models/signals/{signal_id}}.
 *
 * @param run 0 for the live one
 * @param features figures it rests on, by name
 * @param votes what it heard of the other models; empty for those that hear none
 * @param llmAnswer what the language model said about the same bar; absent for models that do not hear it
 * @param account what the paper account did
 */
public record PastSignalDetails(
        String symbol,
        Timeframe timeframe,
        long run,
        PastSignal signal,
        Map<String, Double> features,
        List<StrategyVote> votes,
        @Nullable LlmAnswer llmAnswer,
        AccountResponse account) {

    /**
     * What the language model said.
     *
     * @param signal with its reasoning; {@code abstained} says why it gave no opinion
     * @param features parts of its answer, by name
     */
    public record LlmAnswer(PastSignal signal, Map<String, Double> features) {}

    /**
     * What the paper account did at the close of the bar.
     *
     * @param action what it did
     * @param reason why it did no more than that; absent when it opened or closed as it was asked to
     * @param positions that the bar opened, closed or left open
     */
    public record AccountResponse(AccountAction action, @Nullable Reason reason, List<TouchedPosition> positions) {}

    /**
     * A position the bar had to do with.
     *
     * @param side {@code long} or {@code short}
     * @param status as it is now: {@code open}, {@code closed}, {@code stopped} or {@code liquidated}
     * @param quantity units of the base currency
     * @param exitPrice absent while it is open
     * @param exitReason such as {@code STOP}; absent while it is open
     * @param realizedPnl US dollars, all costs taken off; absent while it is open
     */
    public record TouchedPosition(
            long positionId,
            String side,
            String status,
            BigDecimal quantity,
            BigDecimal entryPrice,
            Instant entryTime,
            @Nullable BigDecimal exitPrice,
            @Nullable Instant exitTime,
            @Nullable String exitReason,
            @Nullable BigDecimal realizedPnl) {}
}
