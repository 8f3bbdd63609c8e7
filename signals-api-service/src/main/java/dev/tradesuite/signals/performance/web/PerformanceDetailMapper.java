package dev.tradesuite.signals.performance.web;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.contracts.signals.PerformanceDetails.BaselineName;
import dev.tradesuite.contracts.signals.PerformanceDetails.CurveFigures;
import dev.tradesuite.contracts.signals.UnavailableField;
import dev.tradesuite.quant.performance.Basis;
import dev.tradesuite.quant.performance.CalendarReturn;
import dev.tradesuite.quant.performance.DrawdownEpisode;
import dev.tradesuite.quant.performance.HistogramBin;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.quant.performance.RollingStatistics;
import dev.tradesuite.signals.card.VersionCard;
import dev.tradesuite.signals.performance.DetailedPerformance;
import dev.tradesuite.signals.performance.DetailedPerformance.Baseline;
import dev.tradesuite.signals.performance.PerformanceWindow;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.OneModel;
import dev.tradesuite.signals.series.web.CardMapper;
import dev.tradesuite.signals.series.web.FigureMapper;
import dev.tradesuite.signals.series.web.HeadMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Performance in detail as the contract has it, with what the card of a trained model says of it. */
@Component
public final class PerformanceDetailMapper {

    private static final int MOST_DRAWDOWNS = 10;

    private final CardMapper cards;

    PerformanceDetailMapper(CardMapper cards) {
        this.cards = cards;
    }

    /**
     * One model in a period.
     *
     * @param found empty without equity in the period
     */
    public PerformanceDetails answer(
            ComparisonPeriod period,
            OneModel model,
            Optional<PerformanceWindow> window,
            Optional<DetailedPerformance> found) {
        ModelSelection selection = model.selection();
        Optional<VersionCard.Verdict> verdict = model.account()
                .flatMap(account -> cards.card(selection, account))
                .map(VersionCard::verdict);
        return new PerformanceDetails(
                period,
                window.flatMap(looked -> looked.start().or(selection::firstBar)).orElse(null),
                window.map(PerformanceWindow::end).orElse(null),
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                selection.run(),
                selection.label().orElse(null),
                model.strategy().code(),
                model.strategy().name(),
                model.strategy().type(),
                model.modelVersion(),
                model.proxy(),
                verdict.map(VersionCard.Verdict::edge).orElse(null),
                verdict.map(VersionCard.Verdict::sentence).orElse(null),
                found.map(details -> figures(details.summary())).orElse(null),
                found.map(details -> details.summary().drawdown().episodes().size())
                        .orElse(0),
                found.map(PerformanceDetailMapper::drawdowns).orElse(List.of()),
                found.map(details -> details.calendar().months()).orElse(List.of()).stream()
                        .map(month -> new PerformanceDetails.MonthlyReturn(month.firstDay(), month.value() * 100))
                        .toList(),
                found.map(details -> details.calendar().years()).orElse(List.of()).stream()
                        .map(PerformanceDetailMapper::year)
                        .toList(),
                found.map(DetailedPerformance::distribution).orElse(List.of()).stream()
                        .map(PerformanceDetailMapper::count)
                        .toList(),
                found.map(PerformanceDetailMapper::rolling).orElse(null),
                found.map(PerformanceDetailMapper::baselines).orElse(List.of()),
                HeadMapper.reason(selection, found.isEmpty(), NoDataReason.NO_EQUITY));
    }

    private static CurveFigures figures(PerformanceSummary summary) {
        FigureMapper figures = new FigureMapper();
        ReturnStatistics returns = summary.returns();
        return new CurveFigures(
                figures.percent("total_return_pct", summary.totalReturn()),
                figures.value(
                        "max_drawdown_pct",
                        ComparisonMapper.fall(Metric.of(summary.drawdown().maximum()))),
                figures.percent("volatility_pct", returns.volatility()),
                figures.value("sharpe_ratio", returns.sharpe()),
                figures.value("sortino_ratio", returns.sortino()),
                figures.value("calmar_ratio", summary.calmar()),
                ComparisonMapper.basis(returns.basis()),
                figures.unavailable());
    }

    private static List<PerformanceDetails.DrawdownSpell> drawdowns(DetailedPerformance details) {
        return details.summary().drawdown().deepest(MOST_DRAWDOWNS).stream()
                .map(PerformanceDetailMapper::spell)
                .toList();
    }

    private static PerformanceDetails.DrawdownSpell spell(DrawdownEpisode episode) {
        return new PerformanceDetails.DrawdownSpell(
                episode.peakAt(),
                episode.peak(),
                episode.troughAt(),
                episode.trough(),
                episode.recoveredAt(),
                -episode.depth() * 100);
    }

    private static PerformanceDetails.YearlyReturn year(CalendarReturn year) {
        return new PerformanceDetails.YearlyReturn(year.firstDay().getYear(), year.value() * 100);
    }

    private static PerformanceDetails.ReturnCount count(HistogramBin bin) {
        return new PerformanceDetails.ReturnCount(bin.from() * 100, bin.to() * 100, bin.count());
    }

    private static PerformanceDetails.RollingFigures rolling(DetailedPerformance details) {
        DetailedPerformance.Rolling rolling = details.rolling();
        Basis all = details.summary().returns().basis();
        boolean isEmpty = rolling.points().isEmpty();
        MetricReason why = details.curve().isCapitalLost() ? MetricReason.CAPITAL_LOST : MetricReason.TOO_FEW_RETURNS;
        return new PerformanceDetails.RollingFigures(
                rolling.window(),
                ComparisonMapper.basis(new Basis(all.interval(), rolling.count(), all.periodsPerYear())),
                rolling.points().stream().map(PerformanceDetailMapper::point).toList(),
                isEmpty ? List.of(new UnavailableField("points", why.name())) : List.of());
    }

    private static PerformanceDetails.RollingPoint point(RollingStatistics point) {
        return new PerformanceDetails.RollingPoint(
                point.at(),
                number(point.statistics().sharpe()),
                number(point.statistics().volatility().map(fraction -> fraction * 100)));
    }

    private static @Nullable Double number(Metric metric) {
        return metric.value().isPresent() ? metric.value().getAsDouble() : null;
    }

    private static List<PerformanceDetails.BaselineFigures> baselines(DetailedPerformance details) {
        Basis basis = details.summary().returns().basis();
        return List.of(
                new PerformanceDetails.BaselineFigures(BaselineName.DO_NOTHING, baseline(details.doNothing(), basis)),
                new PerformanceDetails.BaselineFigures(
                        BaselineName.BUY_AND_HOLD, baseline(details.buyAndHold(), basis)));
    }

    private static CurveFigures baseline(Baseline baseline, Basis basis) {
        return switch (baseline) {
            case Baseline.Known(PerformanceSummary summary) -> figures(summary);
            case Baseline.Unknown(MetricReason why) -> unknown(why, basis);
        };
    }

    private static CurveFigures unknown(MetricReason why, Basis basis) {
        List<UnavailableField> all = List.of(
                        "total_return_pct",
                        "max_drawdown_pct",
                        "volatility_pct",
                        "sharpe_ratio",
                        "sortino_ratio",
                        "calmar_ratio")
                .stream()
                .map(field -> new UnavailableField(field, why.name()))
                .toList();
        return new CurveFigures(
                null,
                null,
                null,
                null,
                null,
                null,
                ComparisonMapper.basis(new Basis(basis.interval(), 0, basis.periodsPerYear())),
                all);
    }
}
