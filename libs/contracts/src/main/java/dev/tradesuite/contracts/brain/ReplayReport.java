package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the brain would have said over a stretch of history.
 *
 * @param symbol instrument
 * @param timeframe of the candles
 * @param from beginning of the stretch
 * @param to end of the stretch
 * @param decisions number of decisions, one for each stored candle
 * @param signals how many of them were BUY, SELL and HOLD
 * @param reasons how often each {@link SignalReason} decided
 * @param p50Micros time of a decision in microseconds, half of them were faster; absent without decisions
 * @param p99Micros the same for 99 of 100
 * @param label BACKTEST
 * @param model what decided
 * @param list the decisions, oldest first; absent unless asked for
 */
public record ReplayReport(
        String symbol,
        Timeframe timeframe,
        Instant from,
        Instant to,
        int decisions,
        Map<SignalAction, Integer> signals,
        Map<String, Integer> reasons,
        @Nullable Double p50Micros,
        @Nullable Double p99Micros,
        RunLabel label,
        ModelInfo model,
        @Nullable List<Decision> list) {

    /**
     * One decision. {@code POST /api/v1/brain/decide} with this {@code as_of} gives the same one with its votes.
     *
     * @param asOf close of the candle
     * @param signal BUY, SELL or HOLD
     * @param score of the model, -1 to 1; absent for a model without one, and when it abstained
     * @param reason code of what decided
     * @param inputHash SHA-256 of everything that went in
     */
    public record Decision(
            Instant asOf, SignalAction signal, @Nullable Double score, String reason, String inputHash) {}
}
