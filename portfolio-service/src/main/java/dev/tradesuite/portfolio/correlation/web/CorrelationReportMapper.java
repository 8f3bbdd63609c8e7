package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.CorrelationReason;
import dev.tradesuite.contracts.portfolio.CorrelationReport;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.quant.diversification.PairCorrelations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Writes correlations as the contracts say.
 *
 * @param limit correlation above which a pair is too much alike
 * @param needed least common returns of a pair
 */
record CorrelationReportMapper(double limit, int needed) {

    /** @param absent why strategies have no returns, by code */
    CorrelationReport report(CorrelationSnapshot snapshot, Map<String, Reason> absent) {
        CorrelationSnapshot.Basis basis = snapshot.basis();
        CorrelationSnapshot.Figures figures = snapshot.figures();
        return new CorrelationReport(
                snapshot.asOf(),
                snapshot.version(),
                basis.window(),
                basis.estimator(),
                orNull(figures.shrinkage()),
                basis.labels(),
                basis.days().map(CorrelationSnapshot.Days::from).orElse(null),
                basis.days().map(CorrelationSnapshot.Days::to).orElse(null),
                basis.partial(),
                snapshot.pairs().fewest(),
                snapshot.codes(),
                matrix(snapshot.pairs()),
                absentPairs(snapshot),
                basis.withoutReturns(),
                absent.entrySet().stream()
                        .map(one -> new CorrelationReport.AbsentReturns(one.getKey(), one.getValue()))
                        .toList(),
                orNull(figures.average()),
                orNull(figures.diversificationRatio()),
                orNull(figures.effectiveBets()),
                snapshot.complete(),
                absentFigures(snapshot),
                snapshot.groups(limit).stream()
                        .map(group -> new CorrelationReport.AlikeStrategies(group.codes(), orNull(group.average())))
                        .toList(),
                snapshot.above(limit).stream()
                        .map(alike -> new CorrelationReport.AlikePair(
                                alike.pair().a(), alike.pair().b(), alike.correlation(), limit))
                        .toList());
    }

    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static List<List<@Nullable Double>> matrix(PairCorrelations pairs) {
        List<List<@Nullable Double>> rows = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            List<@Nullable Double> row = new ArrayList<>(pairs.size());
            for (int j = 0; j < pairs.size(); j++) {
                row.add(i == j ? Double.valueOf(1) : orNull(pairs.get(i, j)));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return rows;
    }

    private List<CorrelationReport.AbsentPair> absentPairs(CorrelationSnapshot snapshot) {
        List<CorrelationReport.AbsentPair> absent = new ArrayList<>();
        PairCorrelations pairs = snapshot.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                if (pairs.get(i, j).isEmpty()) {
                    int common = pairs.observations(i, j);
                    absent.add(new CorrelationReport.AbsentPair(
                            snapshot.codes().get(i),
                            snapshot.codes().get(j),
                            common,
                            why(common, snapshot.basis().window())));
                }
            }
        }
        return absent;
    }

    private Reason why(int common, CorrelationWindow window) {
        return common < needed
                ? Reason.of(
                        CorrelationReason.TOO_FEW_COMMON_RETURNS,
                        "%d %s in common, %d are needed"
                                .formatted(
                                        common,
                                        window == CorrelationWindow.HOURS_OF_10_DAYS ? "hours" : "days",
                                        needed))
                : Reason.of(CorrelationReason.RETURNS_DO_NOT_VARY, CorrelationReason.RETURNS_DO_NOT_VARY.sentence());
    }

    private static List<CorrelationReport.AbsentFigure> absentFigures(CorrelationSnapshot snapshot) {
        CorrelationSnapshot.Figures figures = snapshot.figures();
        List<CorrelationReport.AbsentFigure> absent = new ArrayList<>();
        boolean alone = snapshot.complete().size() < 2;
        if (figures.average().isEmpty()) {
            absent.add(absent("average", CorrelationReason.TOO_FEW_STRATEGIES));
        }
        if (figures.diversificationRatio().isEmpty()) {
            absent.add(absent(
                    "diversification_ratio", alone ? CorrelationReason.TOO_FEW_STRATEGIES : CorrelationReason.NO_RISK));
        }
        if (figures.effectiveBets().isEmpty()) {
            absent.add(absent("effective_bets", CorrelationReason.TOO_FEW_STRATEGIES));
        }
        return absent;
    }

    private static CorrelationReport.AbsentFigure absent(String figure, CorrelationReason why) {
        return new CorrelationReport.AbsentFigure(figure, Reason.of(why, why.sentence()));
    }
}
