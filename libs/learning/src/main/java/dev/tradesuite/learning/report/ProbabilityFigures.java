package dev.tradesuite.learning.report;

import dev.tradesuite.quant.performance.Calibration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the probabilities of a classifier are worth.
 *
 * @param cases foretold cases
 * @param hitRate share in which the more probable outcome came true
 * @param auc area under the receiver operating characteristic, 0.5 for guessing; absent when all cases ended alike
 * @param brier mean squared error of the probabilities
 * @param baseRateBrier the same when every case is given the share that came true in the training part
 * @param reliability what was foretold beside what came true
 */
public record ProbabilityFigures(
        int cases,
        double hitRate,
        @Nullable Double auc,
        double brier,
        double baseRateBrier,
        List<Reliability> reliability) {

    private static final int BINS = 10;

    public ProbabilityFigures {
        reliability = List.copyOf(Objects.requireNonNull(reliability));
    }

    /**
     * The figures of these cases.
     *
     * @param probabilities foretold, one or more
     * @param baseRates share that came true in the training part of each case
     * @param outcomes whether it came true
     */
    public static ProbabilityFigures of(double[] probabilities, double[] baseRates, boolean[] outcomes) {
        Calibration calibration = Calibration.of(probabilities, outcomes, BINS);
        OptionalDouble auc = Scores.auc(probabilities, outcomes);
        return new ProbabilityFigures(
                outcomes.length,
                Scores.hitRate(probabilities, outcomes),
                auc.isPresent() ? auc.getAsDouble() : null,
                calibration.brier().value().orElseThrow(),
                Calibration.of(baseRates, outcomes, BINS).brier().value().orElseThrow(),
                calibration.bins().stream()
                        .map(bin -> new Reliability(bin.count(), bin.meanForecast(), bin.hitRate()))
                        .toList());
    }

    /** Whether they say more than the base rate. */
    public boolean beatBaseRate() {
        return brier < baseRateBrier;
    }

    /**
     * Cases whose probabilities lie close together: the mean of what was foretold beside the share that came true.
     *
     * @param cases how many
     * @param foretold mean probability, 0 to 1
     * @param cameTrue share, 0 to 1
     */
    public record Reliability(int cases, double foretold, double cameTrue) {}
}
