package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.ledger.BooksPerformance;
import dev.tradesuite.contracts.ledger.BooksPerformance.TripFigures;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.PerformanceComparison;
import dev.tradesuite.contracts.signals.PerformanceDetails.BaselineFigures;
import dev.tradesuite.contracts.signals.PerformanceDetails.BaselineName;
import dev.tradesuite.contracts.signals.PerformanceDetails.CurveFigures;
import dev.tradesuite.contracts.signals.PerformanceDetails.DrawdownSpell;
import dev.tradesuite.contracts.signals.PerformanceDetails.MonthlyReturn;
import dev.tradesuite.contracts.signals.PerformanceDetails.ReturnCount;
import dev.tradesuite.contracts.signals.PerformanceDetails.RollingFigures;
import dev.tradesuite.contracts.signals.PerformanceDetails.RollingPoint;
import dev.tradesuite.contracts.signals.PerformanceDetails.YearlyReturn;
import dev.tradesuite.contracts.signals.UnavailableField;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.ledger.performance.PeriodPerformance;
import dev.tradesuite.ledger.performance.PeriodPerformance.CurveDetails;
import dev.tradesuite.ledger.performance.PeriodPerformance.Worth;
import dev.tradesuite.quant.performance.Basis;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.quant.performance.TradeStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How books did, as the contract has it. */
public final class BooksPerformanceMapper {

    private static final int MOST_DRAWDOWNS = 10;

    private BooksPerformanceMapper() {}

    /** How an account did. */
    public static BooksPerformance ofAccount(
            String accountId, String currency, ComparisonPeriod period, PeriodPerformance found) {
        return of(accountId, null, currency, period, found);
    }

    /** How a portfolio did. */
    public static BooksPerformance ofPortfolio(
            long portfolioId, String currency, ComparisonPeriod period, PeriodPerformance found) {
        return of(null, portfolioId, currency, period, found);
    }

    private static BooksPerformance of(
            @Nullable String accountId,
            @Nullable Long portfolioId,
            String currency,
            ComparisonPeriod period,
            PeriodPerformance found) {
        Worth worth = found.worth().orElse(null);
        CurveDetails curve = found.curve().orElse(null);
        return new BooksPerformance(
                accountId,
                portfolioId,
                period,
                found.start().orElse(null),
                found.end(),
                currency,
                found.label().orElse(null),
                worth == null ? null : worth.start(),
                worth == null ? null : worth.end(),
                worth == null ? null : Amounts.even(worth.netCashFlow()),
                worth == null ? null : Amounts.even(worth.netProfit()),
                curve == null ? null : figures(curve.summary()),
                trades(found.trades()),
                curve == null ? 0 : curve.summary().drawdown().episodes().size(),
                curve == null ? List.of() : drawdowns(curve),
                curve == null
                        ? List.of()
                        : curve.months().stream()
                                .map(month -> new MonthlyReturn(month.firstDay(), month.value() * 100))
                                .toList(),
                curve == null
                        ? List.of()
                        : curve.years().stream()
                                .map(year -> new YearlyReturn(year.firstDay().getYear(), year.value() * 100))
                                .toList(),
                curve == null
                        ? List.of()
                        : curve.distribution().stream()
                                .map(bin -> new ReturnCount(bin.from() * 100, bin.to() * 100, bin.count()))
                                .toList(),
                curve == null ? null : rolling(curve),
                curve == null ? List.of() : baselines(curve),
                curve == null ? reason(worth != null) : null);
    }

    private static Reason reason(boolean hadEquity) {
        return hadEquity
                ? new Reason(MetricReason.CAPITAL_LOST.name(), MetricReason.CAPITAL_LOST.sentence())
                : new Reason(NoDataReason.NO_EQUITY.name(), NoDataReason.NO_EQUITY.sentence());
    }

    private static CurveFigures figures(PerformanceSummary summary) {
        Figures figures = new Figures();
        ReturnStatistics returns = summary.returns();
        return new CurveFigures(
                figures.percent("total_return_pct", summary.totalReturn()),
                // What never fell is 0 and not -0.
                0 - summary.drawdown().maximum() * 100,
                figures.percent("volatility_pct", returns.volatility()),
                figures.value("sharpe_ratio", returns.sharpe()),
                figures.value("sortino_ratio", returns.sortino()),
                figures.value("calmar_ratio", summary.calmar()),
                basis(returns.basis()),
                figures.unavailable());
    }

    private static TripFigures trades(TradeStatistics trades) {
        Figures figures = new Figures();
        return new TripFigures(
                trades.count(),
                trades.wins(),
                trades.losses(),
                Amounts.even(trades.grossProfit()),
                Amounts.even(trades.grossLoss()),
                Amounts.even(trades.netProfit()),
                Amounts.even(trades.totalFees()),
                figures.value("win_rate", trades.winRate()),
                figures.value("profit_factor", trades.profitFactor()),
                figures.value("average_win", trades.averageWin()),
                figures.value("average_loss", trades.averageLoss()),
                figures.value("average_trade", trades.averageTrade()),
                figures.value("avg_hold_time_minutes", trades.averageHoldMinutes()),
                figures.unavailable());
    }

    private static List<DrawdownSpell> drawdowns(CurveDetails curve) {
        return curve.summary().drawdown().deepest(MOST_DRAWDOWNS).stream()
                .map(episode -> new DrawdownSpell(
                        episode.peakAt(),
                        episode.peak(),
                        episode.troughAt(),
                        episode.trough(),
                        episode.recoveredAt(),
                        -episode.depth() * 100))
                .toList();
    }

    private static RollingFigures rolling(CurveDetails curve) {
        PeriodPerformance.RollingReturns rolling = curve.rolling();
        Basis all = curve.summary().returns().basis();
        MetricReason why = curve.curve().isCapitalLost() ? MetricReason.CAPITAL_LOST : MetricReason.TOO_FEW_RETURNS;
        return new RollingFigures(
                rolling.window(),
                basis(new Basis(all.interval(), rolling.count(), all.periodsPerYear())),
                rolling.points().stream()
                        .map(point -> new RollingPoint(
                                point.at(),
                                number(point.statistics().sharpe()),
                                number(point.statistics().volatility().map(fraction -> fraction * 100))))
                        .toList(),
                rolling.points().isEmpty() ? List.of(new UnavailableField("points", why.name())) : List.of());
    }

    /** Books hold many instruments, so there is not one whose price holding them all could be told by. */
    private static List<BaselineFigures> baselines(CurveDetails curve) {
        Basis basis = curve.summary().returns().basis();
        List<UnavailableField> all = Stream.of(
                        "total_return_pct",
                        "max_drawdown_pct",
                        "volatility_pct",
                        "sharpe_ratio",
                        "sortino_ratio",
                        "calmar_ratio")
                .map(field -> new UnavailableField(field, MetricReason.NO_PRICES.name()))
                .toList();
        return List.of(
                new BaselineFigures(BaselineName.DO_NOTHING, figures(curve.doNothing())),
                new BaselineFigures(
                        BaselineName.BUY_AND_HOLD,
                        new CurveFigures(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                basis(new Basis(basis.interval(), 0, basis.periodsPerYear())),
                                all)));
    }

    private static PerformanceComparison.ReturnBasis basis(Basis basis) {
        return new PerformanceComparison.ReturnBasis(basis.interval().name(), basis.count(), basis.factor());
    }

    private static @Nullable Double number(Metric metric) {
        return metric.value().isPresent() ? metric.value().getAsDouble() : null;
    }

    /** Figures, and which of them are absent for what reason. */
    private static final class Figures {

        private final List<UnavailableField> unavailable = new ArrayList<>();

        @Nullable
        Double value(String field, Metric metric) {
            metric.reason().ifPresent(why -> unavailable.add(new UnavailableField(field, why.name())));
            return number(metric);
        }

        @Nullable
        Double percent(String field, Metric metric) {
            return value(field, metric.map(fraction -> fraction * 100));
        }

        List<UnavailableField> unavailable() {
            return List.copyOf(unavailable);
        }
    }
}
