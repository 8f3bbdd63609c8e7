package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.StrategyName;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest.Kelly;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trade to analyze or execute. {@code POST /api/v1/orchestrator/analyze | execute}. In code it is made by name, with
 * {@link #of}.
 *
 * @param symbol instrument, such as {@code EURUSD}
 * @param currentPrice price now, in the quote currency
 * @param side the only side the caller wants; a signal for the other side is HOLD; absent: the signal decides
 * @param stopLossPips distance of the stop; absent with {@code stopLossPrice} absent: 50 with a warning
 * @param stopLossPrice price of the stop instead of its distance
 * @param takeProfitPrice price of a profit target
 * @param riskStrategy absent: {@code fixed_risk}
 * @param riskPercent share of equity to lose at the stop, in percent, 0.1 to 10; absent: the setting's
 * @param lots size for {@code fixed_lot}
 * @param kelly figures for {@code kelly}
 * @param atrMultiplier k for {@code volatility}; the ATR is the brain's
 * @param leverage 1 to 500; absent or 1: not stated
 * @param accountId account in the books; absent: {@code main}
 * @param accountBalance equity of a supposed account; analyze only
 * @param accountCurrency currency of the supposed account; absent: USD
 * @param existingPositions positions of the supposed account; analyze only
 * @param timeframe of the candles; absent: the brain's setting
 * @param candles candles to decide on instead of the stored ones, in either order; the one still forming is left out
 * @param indicators readings to decide on, or a list of votes
 * @param conversionRates prices of currency pairs, by symbol; absent: the newest stored prices
 * @param asOf decide as if it were this moment; labels the decision BACKTEST, cannot execute
 * @param strategy strategy that wants the trade; its trading state counts
 * @param orderType absent: {@code market}
 * @param limitPrice for {@code limit}
 * @param stopPrice trigger for {@code stop}
 * @param expiresAt when an unfilled limit or stop order ends; absent: it stays until cancelled
 * @param autoExecute execute only: whether to send the order when the decision is PROCEED
 * @param model name of the model that decides, such as {@code votes}; absent: the brain's setting
 */
public record TradeRequest(
        @NotBlank @Size(max = 60) String symbol,
        @NotNull @Positive BigDecimal currentPrice,
        @Nullable Side side,
        @Nullable @Positive BigDecimal stopLossPips,
        @Nullable @Positive BigDecimal stopLossPrice,
        @Nullable @Positive BigDecimal takeProfitPrice,
        @Nullable RiskStrategy riskStrategy,
        @Nullable @DecimalMin("0.1") @DecimalMax("10") BigDecimal riskPercent,
        @Nullable @Positive BigDecimal lots,
        @Nullable @Valid Kelly kelly,
        @Nullable @Positive BigDecimal atrMultiplier,
        @Nullable @DecimalMin("1") @DecimalMax("500") BigDecimal leverage,
        @Nullable @AccountId String accountId,
        @Nullable @Positive BigDecimal accountBalance,
        @Nullable @Pattern(regexp = "[A-Z]{3,5}") String accountCurrency,
        @Nullable @Size(max = 200) List<@Valid ExistingPosition> existingPositions,
        @Nullable Timeframe timeframe,
        @Nullable @Size(max = 5000) List<@Valid Candle> candles,
        @Nullable @Valid IndicatorReadings indicators,
        @Nullable Map<String, @NotNull @Positive BigDecimal> conversionRates,
        @Nullable Instant asOf,
        @Nullable @Size(max = 64) @StrategyName String strategy,
        @Nullable OrderType orderType,
        @Nullable @Positive BigDecimal limitPrice,
        @Nullable @Positive BigDecimal stopPrice,
        @Nullable Instant expiresAt,
        @Nullable Boolean autoExecute,
        @Nullable @Size(max = 64) String model) {

    /** A request, made by name. */
    public static TradeRequestBuilder of(String symbol, BigDecimal currentPrice) {
        return new TradeRequestBuilder(symbol, currentPrice);
    }
}
