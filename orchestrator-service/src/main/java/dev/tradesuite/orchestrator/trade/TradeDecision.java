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
 * The decision on an idea, with everything that led to it.
 *
 * @param id names the decision
 * @param idea what was asked
 * @param label PAPER, LIVE or BACKTEST
 * @param outcome what was decided
 * @param findings what it rests on
 * @param times how long it took
 * @param order what became of the order; absent when none was sent
 * @param approval the approval it waits for; absent when it needs none
 */
public record TradeDecision(
        UUID id,
        TradeIdea idea,
        RunLabel label,
        Outcome outcome,
        Findings findings,
        Times times,
        @Nullable TradeOrder order,
        @Nullable PendingApproval approval) {

    TradeDecision waitingFor(PendingApproval pending) {
        return new TradeDecision(id, idea, label, outcome, findings, times, order, pending);
    }

    /** Whether execute would send this trade. */
    public boolean canExecute() {
        return outcome.decision == Decision.PROCEED && !idea.isBacktest();
    }

    /**
     * What was decided.
     *
     * @param decision PROCEED, HOLD or REJECT
     * @param reasons why
     * @param warnings what a trader should know
     */
    public record Outcome(Decision decision, List<Reason> reasons, List<Reason> warnings) {

        public Outcome {
            reasons = List.copyOf(reasons);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What a decision rests on. What the flow did not come to is absent.
     *
     * @param side of the trade
     * @param lots size
     * @param stopLossPrice price of the stop
     * @param funds what it was sized against
     * @param conversionPrices prices of currency pairs that were used, by symbol
     * @param signal what the brain said
     * @param size what sizing said
     * @param verdict what risk said
     */
    public record Findings(
            @Nullable Side side,
            @Nullable Lots lots,
            @Nullable BigDecimal stopLossPrice,
            @Nullable AccountFunds funds,
            Map<String, BigDecimal> conversionPrices,
            @Nullable TradeSignal signal,
            @Nullable TradeSize size,
            @Nullable RiskVerdict verdict) {

        public Findings {
            conversionPrices = Map.copyOf(conversionPrices);
        }
    }

    /**
     * How long a decision took.
     *
     * @param requestedAt when the request came in
     * @param decidedAt when the decision was made
     * @param elapsed time from request to decision, the order included
     * @param steps time of each step by name
     */
    public record Times(Instant requestedAt, Instant decidedAt, Duration elapsed, Map<String, Duration> steps) {

        public Times {
            steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        }
    }

    /**
     * Hash of the request and of the answers, without anything that only tells when they were given: the same question
     * on the same data has the same hash.
     */
    public String inputHash() {
        return TradeInputHash.of(idea, findings);
    }
}
