package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.StrategyName;
import dev.tradesuite.instruments.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that states what it wants; the brain is not asked. {@code POST /api/v1/orchestrator/orders}. Exactly one of
 * {@code lots}, {@code units}, {@code notional} and {@code riskPercent} says how much.
 *
 * @param accountId account in the books; absent: {@code main}
 * @param symbol instrument, such as {@code EURUSD}
 * @param side BUY or SELL
 * @param lots size in lots
 * @param units size in units of the base, such as euros or shares
 * @param notional worth of the order in the currency of the account
 * @param riskPercent share of equity to lose at the stop, in percent, 0.1 to 10
 * @param type absent: {@code market}
 * @param limitPrice for {@code limit} and {@code stop_limit}
 * @param stopPrice trigger for {@code stop} and {@code stop_limit}
 * @param timeInForce absent: {@code gtc}; {@code ioc} and {@code fok} for {@code market} and {@code limit} only
 * @param expiresAt when an unfilled order that is {@code gtc} ends; absent: it stays until cancelled
 * @param stopLoss protective stop; needed, or {@code trailingStopPips}, unless the order only reduces a position
 * @param takeProfit profit target
 * @param trailingStopPips distance at which the stop follows the price; beside {@code stopLoss} that is where it begins
 * @param reduceOnly whether it may only reduce a position, or with a strategy what that holds of it; absent: no
 * @param strategy strategy that wants the order; its trading state counts
 * @param clientOrderId key of the order, unique; absent: one is made
 * @param dryRun whether to decide only and send nothing; absent: no
 * @param currentPrice price now, in the quote currency; absent: the newest market price, if it is young enough
 * @param approval line of an approved rebalancing that the order carries out; it then needs no approval of its own.
 *     Absent: none, as for an order that is not exactly that line
 */
public record PlaceOrderRequest(
        @Nullable @AccountId String accountId,
        @NotBlank @Size(max = 60) String symbol,
        @NotNull Side side,
        @Nullable @Positive BigDecimal lots,
        @Nullable @Positive BigDecimal units,
        @Nullable @Positive BigDecimal notional,
        @Nullable @DecimalMin("0.1") @DecimalMax("10") BigDecimal riskPercent,
        @Nullable OrderType type,
        @Nullable @Positive BigDecimal limitPrice,
        @Nullable @Positive BigDecimal stopPrice,
        @Nullable TimeInForce timeInForce,
        @Nullable Instant expiresAt,
        @Nullable @Valid Level stopLoss,
        @Nullable @Valid Level takeProfit,
        @Nullable @Positive BigDecimal trailingStopPips,
        @Nullable Boolean reduceOnly,
        @Nullable @Size(max = 64) @StrategyName String strategy,
        @Nullable @Pattern(regexp = "(?!ts-)[A-Za-z0-9._-]{1,48}") String clientOrderId,
        @Nullable Boolean dryRun,
        @Nullable @Positive BigDecimal currentPrice,
        @Nullable @Valid ApprovedLine approval) {

    /**
     * Where a position is closed again: one of the two.
     *
     * @param price at a price
     * @param pips at a distance from the entry
     */
    public record Level(@Nullable @Positive BigDecimal price, @Nullable @Positive BigDecimal pips) {}

    /**
     * An order that a person has approved together with others.
     *
     * @param approvalId approval
     * @param number of the order in it
     */
    public record ApprovedLine(@NotNull UUID approvalId, @Positive int number) {}
}
