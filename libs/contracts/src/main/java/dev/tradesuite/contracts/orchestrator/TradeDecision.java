package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision document: everything that led to a decision, enough to replay it.
 *
 * @param decisionId identifies the document; {@code GET /api/v1/orchestrator/decisions/{id}}
 * @param symbol instrument
 * @param source what wanted the trade: the brain's signal, or an order that was stated
 * @param model name of the model that was asked for; absent: the brain's setting
 * @param side side of the trade, or the stated one; absent when neither is known
 * @param decision PROCEED, HOLD or REJECT
 * @param canExecute whether {@code execute} would send this trade
 * @param lotSize size in lots, 0 for HOLD; absent when none was computed
 * @param entryPrice price the sizing and the checks used
 * @param stopLossPrice price of the stop; absent when the flow ended before one was set
 * @param takeProfitPrice price of the profit target; absent without one
 * @param riskLevel worst level of the checks; absent when they did not run
 * @param tradingStateScope what the strictest trading state is about; absent while all are ACTIVE, or nobody asked
 * @param workflow answers of the steps
 * @param reasons why the decision is what it is
 * @param warnings what a trader should know
 * @param label PAPER, LIVE or BACKTEST
 * @param accountId account; absent for a what-if
 * @param inputHash SHA-256 of the request and of the answers it rests on, in hex
 * @param traceId W3C trace id
 * @param requestedAt when the request came in
 * @param decidedAt when the decision was made
 * @param executionTimeMs time from request to answer
 * @param timingsMs time of each step by name
 * @param executionResult what became of the order; absent when none was sent
 */
public record TradeDecision(
        UUID decisionId,
        String symbol,
        DecisionSource source,
        @Nullable String model,
        @Nullable Side side,
        Decision decision,
        boolean canExecute,
        @Nullable BigDecimal lotSize,
        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal stopLossPrice,
        @Nullable BigDecimal takeProfitPrice,
        @Nullable RiskLevel riskLevel,
        @Nullable TradingStateScope tradingStateScope,
        Workflow workflow,
        List<Reason> reasons,
        List<Reason> warnings,
        RunLabel label,
        @Nullable String accountId,
        String inputHash,
        @Nullable String traceId,
        Instant requestedAt,
        Instant decidedAt,
        double executionTimeMs,
        Map<String, Double> timingsMs,
        @Nullable ExecutionResult executionResult) {

    /**
     * Answers of the steps; a step that was not reached or did not answer is absent.
     *
     * @param brainSignal votes and signal
     * @param positionSizing size with its arithmetic
     * @param riskChecks the six checks
     */
    public record Workflow(
            @Nullable BrainSignal brainSignal,
            @Nullable PositionSize positionSizing,
            @Nullable List<RiskCheckResult> riskChecks) {}

    /**
     * What became of the order.
     *
     * @param orderId order; absent while it waits for approval
     * @param clientOrderId key the broker knows it by, or will
     * @param status where it stands; {@code pending_approval} when it waits for one, and the answer is a 202
     * @param approvalId approval it waits for; absent when it needs none
     * @param filledLots lots filled so far
     * @param fillPrice mean price of the fills; absent without a fill
     * @param commission in the account currency; absent without a fill
     * @param slippagePips distance from the wanted price, positive is worse; absent without a fill
     * @param broker such as {@code paper}; absent while it waits for approval
     * @param submittedAt when it went to the broker; absent when it did not
     * @param filledAt time of the last fill; absent without a fill
     * @param reason why it did not go through; absent when it did
     */
    public record ExecutionResult(
            @Nullable UUID orderId,
            String clientOrderId,
            OrderStatus status,
            @Nullable UUID approvalId,
            BigDecimal filledLots,
            @Nullable BigDecimal fillPrice,
            @Nullable BigDecimal commission,
            @Nullable BigDecimal slippagePips,
            @Nullable String broker,
            @Nullable Instant submittedAt,
            @Nullable Instant filledAt,
            @Nullable Reason reason) {}
}
