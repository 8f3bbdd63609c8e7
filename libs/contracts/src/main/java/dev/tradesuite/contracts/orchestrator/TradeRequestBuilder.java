package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest.Kelly;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link TradeRequest} by name; what is not named is absent. */
public final class TradeRequestBuilder {

    private final String symbol;
    private final BigDecimal currentPrice;
    private @Nullable Side side;
    private @Nullable BigDecimal stopLossPips;
    private @Nullable BigDecimal stopLossPrice;
    private @Nullable BigDecimal takeProfitPrice;
    private @Nullable RiskStrategy riskStrategy;
    private @Nullable BigDecimal riskPercent;
    private @Nullable BigDecimal lots;
    private @Nullable Kelly kelly;
    private @Nullable BigDecimal atrMultiplier;
    private @Nullable BigDecimal leverage;
    private @Nullable String accountId;
    private @Nullable BigDecimal accountBalance;
    private @Nullable String accountCurrency;
    private @Nullable List<ExistingPosition> existingPositions;
    private @Nullable Timeframe timeframe;
    private @Nullable List<Candle> candles;
    private @Nullable IndicatorReadings indicators;
    private @Nullable Map<String, BigDecimal> conversionRates;
    private @Nullable Instant asOf;
    private @Nullable String strategy;
    private @Nullable OrderType orderType;
    private @Nullable BigDecimal limitPrice;
    private @Nullable BigDecimal stopPrice;
    private @Nullable Instant expiresAt;
    private @Nullable Boolean autoExecute;
    private @Nullable String model;

    TradeRequestBuilder(String symbol, BigDecimal currentPrice) {
        this.symbol = symbol;
        this.currentPrice = currentPrice;
    }

    public TradeRequestBuilder side(@Nullable Side value) {
        side = value;
        return this;
    }

    public TradeRequestBuilder stopLossPips(@Nullable BigDecimal value) {
        stopLossPips = value;
        return this;
    }

    public TradeRequestBuilder stopLossPrice(@Nullable BigDecimal value) {
        stopLossPrice = value;
        return this;
    }

    public TradeRequestBuilder takeProfitPrice(@Nullable BigDecimal value) {
        takeProfitPrice = value;
        return this;
    }

    public TradeRequestBuilder riskStrategy(@Nullable RiskStrategy value) {
        riskStrategy = value;
        return this;
    }

    public TradeRequestBuilder riskPercent(@Nullable BigDecimal value) {
        riskPercent = value;
        return this;
    }

    public TradeRequestBuilder lots(@Nullable BigDecimal value) {
        lots = value;
        return this;
    }

    public TradeRequestBuilder kelly(@Nullable Kelly value) {
        kelly = value;
        return this;
    }

    public TradeRequestBuilder atrMultiplier(@Nullable BigDecimal value) {
        atrMultiplier = value;
        return this;
    }

    public TradeRequestBuilder leverage(@Nullable BigDecimal value) {
        leverage = value;
        return this;
    }

    public TradeRequestBuilder accountId(@Nullable String value) {
        accountId = value;
        return this;
    }

    public TradeRequestBuilder accountBalance(@Nullable BigDecimal value) {
        accountBalance = value;
        return this;
    }

    public TradeRequestBuilder accountCurrency(@Nullable String value) {
        accountCurrency = value;
        return this;
    }

    public TradeRequestBuilder existingPositions(@Nullable List<ExistingPosition> value) {
        existingPositions = value;
        return this;
    }

    public TradeRequestBuilder timeframe(@Nullable Timeframe value) {
        timeframe = value;
        return this;
    }

    public TradeRequestBuilder candles(@Nullable List<Candle> value) {
        candles = value;
        return this;
    }

    public TradeRequestBuilder indicators(@Nullable IndicatorReadings value) {
        indicators = value;
        return this;
    }

    public TradeRequestBuilder conversionRates(@Nullable Map<String, BigDecimal> value) {
        conversionRates = value;
        return this;
    }

    public TradeRequestBuilder asOf(@Nullable Instant value) {
        asOf = value;
        return this;
    }

    public TradeRequestBuilder strategy(@Nullable String value) {
        strategy = value;
        return this;
    }

    public TradeRequestBuilder orderType(@Nullable OrderType value) {
        orderType = value;
        return this;
    }

    public TradeRequestBuilder limitPrice(@Nullable BigDecimal value) {
        limitPrice = value;
        return this;
    }

    public TradeRequestBuilder stopPrice(@Nullable BigDecimal value) {
        stopPrice = value;
        return this;
    }

    public TradeRequestBuilder expiresAt(@Nullable Instant value) {
        expiresAt = value;
        return this;
    }

    public TradeRequestBuilder autoExecute(@Nullable Boolean value) {
        autoExecute = value;
        return this;
    }

    public TradeRequestBuilder model(@Nullable String value) {
        model = value;
        return this;
    }

    public TradeRequest build() {
        return new TradeRequest(
                symbol,
                currentPrice,
                side,
                stopLossPips,
                stopLossPrice,
                takeProfitPrice,
                riskStrategy,
                riskPercent,
                lots,
                kelly,
                atrMultiplier,
                leverage,
                accountId,
                accountBalance,
                accountCurrency,
                existingPositions,
                timeframe,
                candles,
                indicators,
                conversionRates,
                asOf,
                strategy,
                orderType,
                limitPrice,
                stopPrice,
                expiresAt,
                autoExecute,
                model);
    }
}
