package dev.tradesuite.quant.performance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities mean what they say: of the forecasts of 70 % about seven in ten should come true.
 *
 * <p>Brier score (Brier 1950): mean of (probability - outcome)^2, with the outcome 1 or 0; smaller is better. Who
 * always forecasts the base rate p scores p (1 - p): a forecast worth having scores less.
 *
 * @param count forecasts
 * @param brier score of the forecasts
 * @param hitRate share that came true, the base rate
 * @param brierOfBaseRate score of always forecasting it
 * @param bins bins that have forecasts, lowest probability first
 */
public record Calibration(int count, Metric brier, Metric hitRate, Metric brierOfBaseRate, List<ReliabilityBin> bins) {

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The calibration of forecasts.
     *
     * @param probabilities 0 to 1
     * @param outcomes whether each came true
     * @param bins of equal width from 0 to 1, at least 1
     */
    public static Calibration of(double[] probabilities, boolean[] outcomes, int bins) {
        if (probabilities.length != outcomes.length) {
            throw new IllegalArgumentException("every forecast needs its outcome: " + probabilities.length
                    + " forecasts, " + outcomes.length + " outcomes");
        }
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be at least 1, was " + bins);
        }
        if (probabilities.length == 0) {
            Metric absent = Metric.absent(MetricReason.NO_FORECASTS);
            return new Calibration(0, absent, absent, absent, List.of());
        }
        int[] counts = new int[bins];
        int[] hits = new int[bins];
        double[] sums = new double[bins];
        double squares = 0;
        int hitsOfAll = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double probability = probabilities[i];
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability " + i + " must be 0 to 1, was " + probability);
            }
            int bin = Math.min(bins - 1, (int) (probability * bins));
            int outcome = outcomes[i] ? 1 : 0;
            counts[bin]++;
            hits[bin] += outcome;
            sums[bin] += probability;
            hitsOfAll += outcome;
            squares += (probability - outcome) * (probability - outcome);
        }
        double baseRate = (double) hitsOfAll / probabilities.length;
        return new Calibration(
                probabilities.length,
                Metric.of(squares / probabilities.length),
                Metric.of(baseRate),
                Metric.of(baseRate * (1 - baseRate)),
                IntStream.range(0, bins)
                        .filter(bin -> counts[bin] > 0)
                        .mapToObj(bin -> new ReliabilityBin(
                                (double) bin / bins,
                                (bin + 1.0) / bins,
                                counts[bin],
                                sums[bin] / counts[bin],
                                (double) hits[bin] / counts[bin]))
                        .toList());
    }
}
