package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one model did over a period, in detail. {@code GET /api/models/performance/details}.
 *
 * @param startDate the period begins with the equity of this moment; absent without any point
 * @param endDate last moment of the period: close of the newest bar, or end of an imported record
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param modelVersion absent when it has no signal
 * @param edge whether the card of the trained version shows one; absent for a rule, and while the brain has not told
 * @param verdict of that card, in a sentence
 * @param summary return, falls and ratios of the account; absent without any point
 * @param drawdownCount falls of the period
 * @param drawdowns the deepest ten of them, the deepest first
 * @param monthlyReturns of the months it has points in; the first and the last may be parts
 * @param yearlyReturns of the years
 * @param histogram how often returns of what size came
 * @param rolling volatility and ratio of the newest returns at each moment
 * @param baselines doing nothing, and buying at the start and holding
 * @param reason why there is nothing
 */
public record PerformanceDetails(
        ComparisonPeriod period,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        String strategyCode,
        String strategyName,
        StrategyType strategyType,
        @Nullable String modelVersion,
        @Nullable Boolean proxy,
        @Nullable Boolean edge,
        @Nullable String verdict,
        @Nullable CurveFigures summary,
        int drawdownCount,
        List<DrawdownSpell> drawdowns,
        List<MonthlyReturn> monthlyReturns,
        List<YearlyReturn> yearlyReturns,
        List<ReturnCount> histogram,
        @Nullable RollingFigures rolling,
        List<BaselineFigures> baselines,
        @Nullable Reason reason) {

    /**
     * Figures of a curve; what cannot be computed is absent and stands in {@code unavailable}.
     *
     * @param maxDrawdownPct 0 or negative
     * @param volatilityPct of a year
     * @param basis what the annual figures rest on
     */
    public record CurveFigures(
            @Nullable Double totalReturnPct,
            @Nullable Double maxDrawdownPct,
            @Nullable Double volatilityPct,
            @Nullable Double sharpeRatio,
            @Nullable Double sortinoRatio,
            @Nullable Double calmarRatio,
            PerformanceComparison.ReturnBasis basis,
            List<UnavailableField> unavailable) {}

    /**
     * A fall of equity from a high until that high is reached again.
     *
     * @param depthPct negative
     * @param recoveredAt absent while it is not
     */
    public record DrawdownSpell(
            Instant peakAt,
            double peakEquity,
            Instant troughAt,
            double troughEquity,
            @Nullable Instant recoveredAt,
            double depthPct) {}

    /**
     * Return of a calendar month.
     *
     * @param month its first day
     */
    public record MonthlyReturn(LocalDate month, double returnPct) {}

    public record YearlyReturn(int year, double returnPct) {}

    /**
     * How many returns lie in a range.
     *
     * @param fromPct included
     * @param toPct left out but for the last
     */
    public record ReturnCount(double fromPct, double toPct, int count) {}

    /**
     * Volatility and ratio of the newest returns at each moment.
     *
     * @param window how many returns each looks at
     * @param basis what they rest on
     * @param unavailable why there is no point at all
     */
    public record RollingFigures(
            int window,
            PerformanceComparison.ReturnBasis basis,
            List<RollingPoint> points,
            List<UnavailableField> unavailable) {}

    /**
     * One moment.
     *
     * @param sharpeRatio absent when these returns do not vary
     */
    public record RollingPoint(Instant timestamp, @Nullable Double sharpeRatio, @Nullable Double volatilityPct) {}

    /**
     * What the account is compared with.
     *
     * @param name which baseline
     * @param figures of its curve over the same points, without costs
     */
    public record BaselineFigures(BaselineName name, CurveFigures figures) {}

    /** What an account is compared with. */
    public enum BaselineName {
        @JsonProperty("do_nothing")
        DO_NOTHING,
        @JsonProperty("buy_and_hold")
        BUY_AND_HOLD
    }
}
