package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an idea, with everything that led to it. What the flow did not come to is absent.
 *
 * @param id names the decision
 * @param idea what was asked
 * @param decision PROCEED, HOLD or REJECT
 * @param canExecute whether execute would send this trade
 * @param side of the trade
 * @param lots size
 * @param stopLossPrice price of the stop
 * @param funds what it was sized against
 * @param conversionPrices prices of currency pairs that were used, by symbol
 * @param signal what the brain said
 * @param size what sizing said
 * @param assessment what risk said
 * @param reasons why the decision is what it is
 * @param warnings what a trader should know
 * @param label PAPER, LIVE or BACKTEST
 * @param requestedAt when the request came in
 * @param decidedAt when the decision was made
 * @param elapsed time from request to decision, the order included
 * @param timings time of each step by name
 * @param order what became of the order; absent when none was sent
 */
public record TradeDecision(
        UUID id,
        TradeIdea idea,
        Decision decision,
        boolean canExecute,
        @Nullable Side side,
        @Nullable Lots lots,
        @Nullable BigDecimal stopLossPrice,
        @Nullable Funds funds,
        Map<String, BigDecimal> conversionPrices,
        @Nullable Signal signal,
        @Nullable Size size,
        @Nullable Assessment assessment,
        List<Reason> reasons,
        List<Reason> warnings,
        RunLabel label,
        Instant requestedAt,
        Instant decidedAt,
        Duration elapsed,
        Map<String, Duration> timings,
        @Nullable TradeOrder order) {

    public TradeDecision {
        conversionPrices = Map.copyOf(conversionPrices);
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
    }
}
