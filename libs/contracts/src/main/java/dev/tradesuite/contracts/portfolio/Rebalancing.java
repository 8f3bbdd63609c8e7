package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan of orders that brings an account to its target, and what became of it. {@code GET /api/v1/rebalances/{id}}
 *
 * @param id identifies it
 * @param accountId account
 * @param state where it stands
 * @param version grows with every change of the state
 * @param trigger what made it
 * @param askedBy who, or what
 * @param reason why
 * @param planHash SHA-256 of exactly the orders, in hex; what is approved
 * @param plan the plan
 * @param lines its orders, in the order in which they are sent
 * @param transfers cash between the account and portfolios of prediction markets
 * @param approvalId approval it waits for, or has; absent before that
 * @param validUntil until when the approval can be carried out; absent while there is none
 * @param outcome why it ended as it did; absent before that
 * @param createdAt when the plan was made
 * @param updatedAt when the state changed last
 */
public record Rebalancing(
        UUID id,
        String accountId,
        RebalancingState state,
        long version,
        RebalancingTrigger trigger,
        String askedBy,
        String reason,
        String planHash,
        Plan plan,
        List<PlanLine> lines,
        List<PlanTransfer> transfers,
        @Nullable UUID approvalId,
        @Nullable Instant validUntil,
        @Nullable Reason outcome,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What the orders are made from, and what they come to.
     *
     * @param targetVersion of the target
     * @param currency of every amount here
     * @param value equity of the account, and what the portfolios of prediction markets are worth that are its
     *     strategies
     * @param buyingPower before the first order
     * @param turnover what is bought and sold, as a fraction of the value, by half
     * @param cost of all orders, as far as it can be told before
     * @param risk what the account can lose before and after; absent of plans from before it was measured
     * @param weights before and after
     * @param skipped what is not traded, and why
     * @param checks what was checked; every one has to be passed before approval can be asked for
     */
    public record Plan(
            long targetVersion,
            String currency,
            BigDecimal value,
            BigDecimal buyingPower,
            double turnover,
            BigDecimal cost,
            @Nullable PlanRiskChange risk,
            List<WeightChange> weights,
            List<SkippedChange> skipped,
            List<PlanCheck> checks) {}

    /**
     * What the account can lose on a day before the plan is carried out, and after.
     *
     * @param before as it stands; absent when anything it rests on is old or missing
     * @param after with every order filled; absent as before is
     * @param why they are not known; absent when they are
     */
    public record PlanRiskChange(@Nullable DayLoss before, @Nullable DayLoss after, @Nullable Reason why) {}

    /**
     * What one day may cost, as fractions of equity.
     *
     * @param valueAtRisk historical, at 95 %
     * @param expectedShortfall historical, at 95 %
     * @param volatility of one day
     * @param largestStrategy strategy with the largest part in the shortfall; absent when no day is a loss
     * @param largestShare that part of the whole; absent without one
     */
    public record DayLoss(
            double valueAtRisk,
            double expectedShortfall,
            double volatility,
            @Nullable String largestStrategy,
            @Nullable Double largestShare) {}

    /**
     * The weight of a strategy.
     *
     * @param code of the strategy
     * @param before by what it holds; absent when its source is nothing that is held in an account
     * @param target what it is to be
     * @param after what the orders make of it, as far as it is traded here; absent as before is
     */
    public record WeightChange(String code, @Nullable Double before, double target, @Nullable Double after) {}

    /**
     * A change that is not traded.
     *
     * @param code of the strategy
     * @param reason why
     */
    public record SkippedChange(String code, Reason reason) {}

    /**
     * Something that was checked.
     *
     * @param name such as {@code buying_power}, or the order
     * @param passed whether it allows the plan
     * @param message what it found
     */
    public record PlanCheck(String name, boolean passed, String message) {}

    /**
     * Cash between the account and a portfolio of prediction markets.
     *
     * @param number from 1
     * @param strategy whose portfolio it is
     * @param portfolioId portfolio
     * @param amount above 0 into the portfolio, below 0 out of it
     * @param bound what of that is bound in positions when the plan is made, and is moved as they close
     * @param moved so far, with the sign of the amount
     * @param state what became of it
     * @param why it is not moved, or not yet; absent otherwise
     */
    public record PlanTransfer(
            int number,
            String strategy,
            long portfolioId,
            BigDecimal amount,
            BigDecimal bound,
            BigDecimal moved,
            RebalancingTransferState state,
            @Nullable Reason why) {}

    /**
     * An order.
     *
     * @param number from 1
     * @param strategy that wants it
     * @param symbol instrument
     * @param side BUY or SELL
     * @param lots size
     * @param price newest price when the plan was made
     * @param limitPrice worst price it is filled at
     * @param stopLossPrice protective stop; absent when it only reduces a position
     * @param reduceOnly whether it may only reduce a position
     * @param notional worth in the currency of the account
     * @param cost as far as it can be told before
     * @param buyingPowerAfter what is left to buy for after it
     * @param state what became of it
     * @param orderId order at the orchestrator; absent before there is one
     * @param filledLots filled so far
     * @param averagePrice mean price of the fills; absent without a fill
     * @param why it was not filled in full; absent otherwise
     */
    public record PlanLine(
            int number,
            String strategy,
            String symbol,
            Side side,
            BigDecimal lots,
            BigDecimal price,
            BigDecimal limitPrice,
            @Nullable BigDecimal stopLossPrice,
            boolean reduceOnly,
            BigDecimal notional,
            BigDecimal cost,
            BigDecimal buyingPowerAfter,
            RebalancingLineState state,
            @Nullable UUID orderId,
            BigDecimal filledLots,
            @Nullable BigDecimal averagePrice,
            @Nullable Reason why) {}
}
