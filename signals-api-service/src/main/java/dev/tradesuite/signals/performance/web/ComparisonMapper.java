package dev.tradesuite.signals.performance.web;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.PerformanceComparison;
import dev.tradesuite.quant.performance.Basis;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.signals.card.VersionCard;
import dev.tradesuite.signals.performance.ModelPerformance;
import dev.tradesuite.signals.performance.PerformanceWindow;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.CardMapper;
import dev.tradesuite.signals.series.web.FigureMapper;
import dev.tradesuite.signals.series.web.HeadMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Performance as the contract has it, with what the card of a trained model says of it. */
@Component
public final class ComparisonMapper {

    private final CardMapper cards;

    ComparisonMapper(CardMapper cards) {
        this.cards = cards;
    }

    /**
     * The comparison of a period.
     *
     * @param performance of each account
     */
    public PerformanceComparison answer(
            ComparisonPeriod period,
            ModelSelection selection,
            Optional<PerformanceWindow> window,
            List<ModelPerformance> performance) {
        return new PerformanceComparison(
                period,
                window.flatMap(looked -> looked.start().or(selection::firstBar)).orElse(null),
                window.map(PerformanceWindow::end).orElse(null),
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                selection.run(),
                selection.label().orElse(null),
                performance.stream().map(model -> strategy(selection, model)).toList(),
                HeadMapper.reason(selection, performance.isEmpty(), NoDataReason.NO_EQUITY));
    }

    private PerformanceComparison.StrategyPerformance strategy(ModelSelection selection, ModelPerformance model) {
        FigureMapper figures = new FigureMapper();
        ModelAccount account = model.account();
        Optional<VersionCard.Verdict> verdict = cards.card(selection, account).map(VersionCard::verdict);
        ReturnStatistics statistics = model.ratios().statistics();
        Double totalReturn = figures.percent("total_return_pct", model.returns().total());
        Double dailyReturn = figures.percent("daily_return_pct", model.returns().daily());
        Double sharpe = figures.value("sharpe_ratio", statistics.sharpe());
        Double sortino = figures.value("sortino_ratio", statistics.sortino());
        Double calmar = figures.value("calmar_ratio", model.ratios().calmar());
        Double winRate = figures.value("win_rate", model.trades().winRate());
        Double profitFactor = figures.value("profit_factor", model.trades().profitFactor());
        Double deepest = figures.value("max_drawdown_pct", fall(model.falls().deepest()));
        Double current =
                figures.value("current_drawdown_pct", fall(model.falls().current()));
        Double volatility = figures.percent("volatility_pct", statistics.volatility());
        Double held = figures.value("avg_hold_time_minutes", model.trades().averageHoldMinutes());
        BigDecimal equity = account.last() == null ? null : account.last().equity();
        return new PerformanceComparison.StrategyPerformance(
                account.strategy().code(),
                account.strategy().name(),
                account.strategy().type(),
                totalReturn,
                dailyReturn,
                sharpe,
                sortino,
                calmar,
                model.trades().count(),
                winRate,
                profitFactor,
                deepest,
                current,
                volatility,
                held,
                equity,
                model.openPositions(),
                account.modelVersion(),
                account.proxy(),
                verdict.map(VersionCard.Verdict::edge).orElse(null),
                verdict.map(VersionCard.Verdict::sentence).orElse(null),
                basis(statistics.basis()),
                figures.unavailable());
    }

    static PerformanceComparison.ReturnBasis basis(Basis basis) {
        return new PerformanceComparison.ReturnBasis(basis.interval().name(), basis.count(), basis.factor());
    }

    /** In percent and negative; what never fell is 0 and not -0. */
    static Metric fall(Metric fraction) {
        return fraction.map(fall -> 0 - fall * 100);
    }
}
