package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome.Refusal;
import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.diversification.Diversification;
import dev.tradesuite.quant.diversification.PairCorrelations;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.CovarianceEstimate;
import dev.tradesuite.quant.moment.LedoitWolf;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.performance.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Computes correlations of a panel of returns. */
final class CorrelationCalculator {

    private final int needed;

    /** @param needed least common returns of a pair */
    CorrelationCalculator(int needed) {
        this.needed = needed;
    }

    /** When a snapshot is made, and of which returns. */
    record Moment(Instant asOf, long version) {}

    CorrelationOutcome<CorrelationSnapshot> of(
            ReturnPanel panel, CorrelationWindow window, CorrelationEstimator estimator, Moment moment) {
        if (panel.table().isEmpty()) {
            Estimate none = new Estimate(
                    PairCorrelations.ofTriangle(0, new double[0], new int[0]),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
            return CorrelationOutcome.known(snapshot(panel, window, estimator, moment, none));
        }
        ReturnTable table = panel.table().get();
        PairCorrelations sample = PairCorrelations.of(table, needed);
        CorrelationOutcome<Estimate> estimate =
                switch (estimator) {
                    case SAMPLE -> CorrelationOutcome.known(sample(table, sample));
                    case LEDOIT_WOLF -> shrunk(table, sample);
                };
        return estimate.then(found -> CorrelationOutcome.known(snapshot(panel, window, estimator, moment, found)));
    }

    private record Estimate(PairCorrelations pairs, OptionalDouble ratio, OptionalDouble shrinkage) {}

    private static Estimate sample(ReturnTable table, PairCorrelations pairs) {
        int[] complete = pairs.complete();
        if (complete.length < 2) {
            return new Estimate(pairs, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double[] deviations = Arrays.stream(complete)
                .mapToDouble(asset -> Moments.of(table.present(asset)).deviation())
                .toArray();
        SymmetricMatrix covariance = pairs.matrix(complete).scaledBy(deviations);
        return new Estimate(pairs, Diversification.ratio(covariance), OptionalDouble.empty());
    }

    private CorrelationOutcome<Estimate> shrunk(ReturnTable table, PairCorrelations sample) {
        int[] complete = sample.complete();
        if (complete.length < 2) {
            return CorrelationOutcome.known(sample(table, sample));
        }
        ReturnTable common = table.select(complete).complete();
        if (common.periods() < needed) {
            return CorrelationOutcome.refused(new Refusal.TooFewCommonReturns(common.periods(), needed));
        }
        try {
            CovarianceEstimate estimate = LedoitWolf.constantCorrelation(common, 1);
            return CorrelationOutcome.known(new Estimate(
                    spread(PairCorrelations.of(estimate.matrix(), common.periods()), complete, sample),
                    Diversification.ratio(estimate.matrix()),
                    estimate.shrinkage()));
        } catch (QuantException mistake) {
            return CorrelationOutcome.refused(new Refusal.NotComputable(String.valueOf(mistake.getMessage())));
        }
    }

    /** The pairs of some strategies among those of all; the others stay without a correlation. */
    private static PairCorrelations spread(PairCorrelations some, int[] assets, PairCorrelations all) {
        int size = all.size();
        double[] triangle = new double[PairCorrelations.pairs(size)];
        int[] observations = new int[triangle.length];
        Arrays.fill(triangle, Double.NaN);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                observations[PairCorrelations.index(size, i, j)] = all.observations(i, j);
            }
        }
        for (int i = 0; i < assets.length; i++) {
            for (int j = i + 1; j < assets.length; j++) {
                int at = PairCorrelations.index(size, assets[i], assets[j]);
                triangle[at] = some.get(i, j).orElse(Double.NaN);
                observations[at] = some.observations(i, j);
            }
        }
        return PairCorrelations.ofTriangle(size, triangle, observations);
    }

    private static CorrelationSnapshot snapshot(
            ReturnPanel panel,
            CorrelationWindow window,
            CorrelationEstimator estimator,
            Moment moment,
            Estimate estimate) {
        LocalDate today = LocalDate.ofInstant(moment.asOf(), ZoneOffset.UTC);
        PairCorrelations pairs = estimate.pairs();
        int[] complete = pairs.complete();
        return new CorrelationSnapshot(
                moment.version(),
                moment.asOf(),
                new CorrelationSnapshot.Basis(
                        window,
                        estimator,
                        panel.labels(),
                        panel.from().flatMap(from -> panel.to().map(to -> new CorrelationSnapshot.Days(from, to))),
                        panel.isPartial(today),
                        panel.without()),
                panel.codes(),
                pairs,
                new CorrelationSnapshot.Figures(
                        estimate.shrinkage(),
                        pairs.average(),
                        estimate.ratio(),
                        complete.length < 2
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Diversification.effectiveBets(pairs.matrix(complete)))));
    }
}
