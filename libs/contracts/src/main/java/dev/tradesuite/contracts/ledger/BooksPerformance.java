package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.contracts.signals.PerformanceDetails.CurveFigures;
import dev.tradesuite.contracts.signals.PerformanceDetails.RollingFigures;
import dev.tradesuite.contracts.signals.UnavailableField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account or a portfolio did over a period that ends now. {@code GET /api/v1/accounts/{id}/performance} and
 * {@code GET /portfolios/{id}/performance}. Cash paid in or out is no return.
 *
 * @param accountId account; absent for a portfolio
 * @param portfolioId portfolio; absent for an account
 * @param period that is looked at
 * @param startDate the period begins with the equity of this moment; absent without any point
 * @param endDate last moment of the period
 * @param currency of every amount
 * @param label of the newest point; absent without any
 * @param startEquity equity at the start; absent without any point, as the three after it are
 * @param endEquity equity at the end
 * @param netCashFlow cash paid in less cash paid out in the period
 * @param netProfit what was won: end less start less flow
 * @param summary return, falls and ratios; absent without any point
 * @param trades figures of the round trips that ended in the period
 * @param drawdownCount falls of the period
 * @param drawdowns the deepest ten of them, the deepest first; equity as if no cash had been paid since the start
 * @param monthlyReturns of the months (UTC) it has points in; the first and the last may be parts
 * @param yearlyReturns of the years
 * @param histogram how often returns of what size came
 * @param rolling volatility and ratio of the newest returns at each moment; absent without any point
 * @param baselines doing nothing, and buying at the start and holding
 * @param reason why there is no summary
 */
public record BooksPerformance(
        @Nullable String accountId,
        @Nullable Long portfolioId,
        ComparisonPeriod period,
        @Nullable Instant startDate,
        Instant endDate,
        String currency,
        @Nullable RunLabel label,
        @Nullable BigDecimal startEquity,
        @Nullable BigDecimal endEquity,
        @Nullable BigDecimal netCashFlow,
        @Nullable BigDecimal netProfit,
        @Nullable CurveFigures summary,
        TripFigures trades,
        int drawdownCount,
        List<PerformanceDetails.DrawdownSpell> drawdowns,
        List<PerformanceDetails.MonthlyReturn> monthlyReturns,
        List<PerformanceDetails.YearlyReturn> yearlyReturns,
        List<PerformanceDetails.ReturnCount> histogram,
        @Nullable RollingFigures rolling,
        List<PerformanceDetails.BaselineFigures> baselines,
        @Nullable Reason reason) {

    public BooksPerformance {
        drawdowns = List.copyOf(drawdowns);
        monthlyReturns = List.copyOf(monthlyReturns);
        yearlyReturns = List.copyOf(yearlyReturns);
        histogram = List.copyOf(histogram);
        baselines = List.copyOf(baselines);
    }

    /**
     * Figures of closed round trips; what cannot be computed is absent and stands in {@code unavailable}.
     *
     * @param totalTrades closed in the period
     * @param wins of these with a profit, all costs taken off
     * @param losses of these with a loss
     * @param grossProfit sum of the profits of the wins
     * @param grossLoss sum of the results of the losses, 0 or negative
     * @param netProfit of both
     * @param totalFees costs, taken off already
     * @param winRate 0 to 1
     * @param profitFactor gross profit / abs(gross loss)
     * @param averageWin gross profit / wins
     * @param averageLoss gross loss / losses, negative
     * @param averageTrade net profit / trades
     * @param avgHoldTimeMinutes from entry to exit
     */
    public record TripFigures(
            int totalTrades,
            int wins,
            int losses,
            BigDecimal grossProfit,
            BigDecimal grossLoss,
            BigDecimal netProfit,
            BigDecimal totalFees,
            @Nullable Double winRate,
            @Nullable Double profitFactor,
            @Nullable Double averageWin,
            @Nullable Double averageLoss,
            @Nullable Double averageTrade,
            @Nullable Double avgHoldTimeMinutes,
            List<UnavailableField> unavailable) {

        public TripFigures {
            unavailable = List.copyOf(unavailable);
        }
    }
}
