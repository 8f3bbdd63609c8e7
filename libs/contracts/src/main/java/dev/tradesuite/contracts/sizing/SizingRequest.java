package dev.tradesuite.contracts.sizing;

import dev.tradesuite.instruments.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large may this trade be? {@code POST /api/v1/sizing/calculate}.
 *
 * @param symbol instrument
 * @param side of the trade; absent: only the stop's distance counts
 * @param riskStrategy absent: {@code fixed_risk}
 * @param accountBalance equity the risk is a share of, in the account currency
 * @param accountCurrency absent: {@code USD}
 * @param entryPrice price of entry in the quote currency
 * @param stopLossPips distance of the stop in pips; needed by all but {@code volatility}
 * @param riskPercent share of equity to lose at the stop, in percent, 0.1 to 10; absent: the setting's. The ceiling for
 *     {@code kelly}
 * @param lots size for {@code fixed_lot}
 * @param leverage 1 to 500; absent or 1: not stated, the instrument's margin rate applies
 * @param kelly figures for {@code kelly}
 * @param volatility figures for {@code volatility}
 * @param margin how much margin the trade may take; absent: the setting's share of equity
 * @param costs what the broker takes; absent: nothing
 * @param conversionRates prices of currency pairs needed to convert the quote currency to the account currency, by
 *     symbol, such as {@code GBPUSD: 1.27}
 */
public record SizingRequest(
        @NotBlank @Size(max = 60) String symbol,
        @Nullable Side side,
        @Nullable RiskStrategy riskStrategy,
        @NotNull @Positive BigDecimal accountBalance,
        @Nullable @Pattern(regexp = "[A-Z]{3,5}") String accountCurrency,
        @NotNull @Positive BigDecimal entryPrice,
        @Nullable @Positive BigDecimal stopLossPips,
        @Nullable @DecimalMin("0.1") @DecimalMax("10") BigDecimal riskPercent,
        @Nullable @Positive BigDecimal lots,
        @Nullable @DecimalMin("1") @DecimalMax("500") BigDecimal leverage,
        @Nullable @Valid Kelly kelly,
        @Nullable @Valid Volatility volatility,
        @Nullable @Valid Margin margin,
        @Nullable @Valid Costs costs,
        @Nullable @Size(max = 200) Map<String, @NotNull @Positive BigDecimal> conversionRates) {

    /**
     * Figures of closed trades for the Kelly criterion.
     *
     * @param winRate share of winning trades, 0 to 1
     * @param payoffRatio mean win divided by mean loss
     * @param closedTrades number of trades the figures rest on; fewer than 30 fall back to {@code fixed_risk}
     * @param fraction of f* to use; absent: 0.5
     */
    public record Kelly(
            @NotNull @DecimalMin("0") @DecimalMax("1") Double winRate,
            @NotNull @Positive Double payoffRatio,
            @NotNull @PositiveOrZero Integer closedTrades,
            @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") Double fraction) {}

    /**
     * How much margin the trade may take: a share of equity, less what is used or held already.
     *
     * @param limitPercent margin limit of the account, in percent of equity; absent: the setting's
     * @param used margin of the positions of the account, in its currency; absent: 0
     * @param reserved margin held for orders of the account on their way, in its currency; absent: 0
     */
    public record Margin(
            @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal limitPercent,
            @Nullable @PositiveOrZero BigDecimal used,
            @Nullable @PositiveOrZero BigDecimal reserved) {}

    /**
     * What the broker takes of a trade; it counts as a part of the loss at the stop.
     *
     * @param spreadPips distance between bid and ask
     * @param slippagePips how much worse than the price an order fills, once at the entry and once at the stop
     * @param commissionPerLot in the account currency, for each lot of each fill
     */
    public record Costs(
            @Nullable @PositiveOrZero BigDecimal spreadPips,
            @Nullable @PositiveOrZero BigDecimal slippagePips,
            @Nullable @PositiveOrZero BigDecimal commissionPerLot) {}

    /**
     * Figures for a stop from volatility.
     *
     * @param atr average true range in price units; 0 is refused as a flat market
     * @param multiplier k in stop = k x ATR; absent: 2
     */
    public record Volatility(@NotNull @PositiveOrZero BigDecimal atr, @Nullable @Positive BigDecimal multiplier) {}
}
