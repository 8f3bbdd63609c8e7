package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.contracts.portfolio.CorrelationHistory;
import dev.tradesuite.contracts.portfolio.CorrelationRefresh;
import dev.tradesuite.contracts.portfolio.RollingCorrelation;
import dev.tradesuite.portfolio.correlation.CorrelationRefreshService;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.CorrelationStore;
import dev.tradesuite.portfolio.correlation.RollingPairService;
import dev.tradesuite.portfolio.correlation.StrategyPair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes how correlations went, and what a refresh did, as the contracts say. */
final class CorrelationHistoryMapper {

    private CorrelationHistoryMapper() {}

    static CorrelationHistory history(
            CorrelationStore.Asked asked, Optional<StrategyPair> pair, List<CorrelationStore.Stored> stored) {
        return new CorrelationHistory(
                asked.from(),
                asked.to(),
                asked.window(),
                stored.stream().map(one -> point(one, pair)).toList());
    }

    private static CorrelationHistory.Point point(CorrelationStore.Stored stored, Optional<StrategyPair> pair) {
        CorrelationSnapshot snapshot = stored.snapshot();
        return new CorrelationHistory.Point(
                stored.label(),
                stored.day(),
                snapshot.asOf(),
                stored.cause(),
                snapshot.codes().size(),
                snapshot.pairs().fewest(),
                CorrelationReportMapper.orNull(snapshot.figures().average()),
                CorrelationReportMapper.orNull(snapshot.figures().diversificationRatio()),
                CorrelationReportMapper.orNull(snapshot.figures().effectiveBets()),
                CorrelationReportMapper.orNull(pair.map(snapshot::of).orElse(OptionalDouble.empty())));
    }

    static RollingCorrelation rolling(RollingPairService.Question question, RollingPairService.Rolling rolling) {
        return new RollingCorrelation(
                question.pair().a(),
                question.pair().b(),
                question.window(),
                rolling.labels(),
                rolling.partial(),
                rolling.observations(),
                rolling.points().stream()
                        .map(point -> new RollingCorrelation.Point(
                                point.day(), CorrelationReportMapper.orNull(point.correlation())))
                        .toList(),
                rolling.absent().orElse(null));
    }

    static CorrelationRefresh refresh(CorrelationRefreshService.Outcome outcome) {
        return new CorrelationRefresh(
                outcome.asOf(),
                outcome.version(),
                outcome.computed().stream()
                        .map(one -> new CorrelationRefresh.Computed(
                                one.snapshot().basis().window(),
                                one.label(),
                                one.snapshot().codes().size(),
                                one.snapshot().pairs().fewest()))
                        .toList(),
                outcome.pairChanges(),
                outcome.regimeChanges());
    }
}
