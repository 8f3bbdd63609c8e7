package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the models did over a period. {@code GET /api/models/performance/comparison}.
 *
 * @param startDate the period begins with the equity of this moment; absent without any point
 * @param endDate last moment of the period: close of the newest bar, or end of an imported record
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param strategies in their order
 * @param reason why there is none
 */
public record PerformanceComparison(
        ComparisonPeriod period,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        List<StrategyPerformance> strategies,
        @Nullable Reason reason) {

    /**
     * How one model did; what cannot be computed is absent and stands in {@code unavailable}.
     *
     * @param dailyReturnPct of the UTC day of the newest bar so far
     * @param winRate 0 to 1
     * @param maxDrawdownPct deepest fall of the period, its start included; 0 or negative
     * @param currentDrawdownPct fall at its end, 0 or negative
     * @param volatilityPct of a year
     * @param edge whether the card of the trained version shows one; absent for a rule, and while the brain has not
     *     told
     * @param verdict of that card, in a sentence
     * @param basis what the annual figures rest on
     */
    public record StrategyPerformance(
            String strategyCode,
            String strategyName,
            StrategyType strategyType,
            @Nullable Double totalReturnPct,
            @Nullable Double dailyReturnPct,
            @Nullable Double sharpeRatio,
            @Nullable Double sortinoRatio,
            @Nullable Double calmarRatio,
            int totalTrades,
            @Nullable Double winRate,
            @Nullable Double profitFactor,
            @Nullable Double maxDrawdownPct,
            @Nullable Double currentDrawdownPct,
            @Nullable Double volatilityPct,
            @Nullable Double avgHoldTimeMinutes,
            @Nullable BigDecimal currentEquity,
            int openPositions,
            @Nullable String modelVersion,
            @Nullable Boolean proxy,
            @Nullable Boolean edge,
            @Nullable String verdict,
            ReturnBasis basis,
            List<UnavailableField> unavailable) {}

    /**
     * What volatility and ratios rest on.
     *
     * @param returnInterval {@code HOURLY} or {@code DAILY}
     * @param count returns
     * @param annualisationFactor square root of the trading hours or days of a year of that market
     */
    public record ReturnBasis(String returnInterval, int count, double annualisationFactor) {}
}
