package dev.tradesuite.quant.diversification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Some of the assets, none too much like another one that is chosen.
 *
 * <p>Greedy: the best asset is taken first, then each next best one whose correlation with everything taken so far is
 * at most the limit. Of two that are too alike the better one stays; the choice need not be the best of all possible
 * ones, but it is explained by one earlier asset at a time.
 *
 * @param chosen indices of the assets, the best first
 * @param leftOut the others, the best first, those without a score at the end
 */
public record UnlikeSelection(List<Integer> chosen, List<LeftOut> leftOut) {

    public UnlikeSelection {
        chosen = List.copyOf(chosen);
        leftOut = List.copyOf(leftOut);
    }

    /** Why an asset was left out. */
    public enum Cause {
        /** It is too much like a better one. */
        TOO_ALIKE,
        /** Its correlation with a better one is not known. */
        CORRELATION_UNKNOWN,
        /** As many as wanted were better. */
        COUNT_REACHED,
        /** Nothing says how good it is. */
        SCORE_UNKNOWN
    }

    /**
     * An asset that was left out.
     *
     * @param asset its index
     * @param because index of the better one it is compared with; empty when the cause needs none
     * @param correlation with that one
     */
    public record LeftOut(int asset, Cause cause, Optional<Integer> because, OptionalDouble correlation) {

        static LeftOut of(int asset, Cause cause) {
            return new LeftOut(asset, cause, Optional.empty(), OptionalDouble.empty());
        }
    }

    /**
     * Chooses.
     *
     * @param scores how good each asset is, the larger the better; NaN when that is not known. Of equal ones the first
     *     is better
     * @param most highest correlation that is allowed, -1 to 1
     * @param count how many are wanted at most, at least 1
     */
    public static UnlikeSelection of(PairCorrelations correlations, double[] scores, double most, int count) {
        if (scores.length != correlations.size()) {
            throw new IllegalArgumentException(
                    "one score for each asset: %d, were %d".formatted(correlations.size(), scores.length));
        }
        List<Integer> chosen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        IntStream.range(0, scores.length)
                .filter(i -> !Double.isNaN(scores[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .forEach(asset -> objection(correlations, chosen, asset, new Limits(most, count))
                        .ifPresentOrElse(leftOut::add, () -> chosen.add(asset)));
        IntStream.range(0, scores.length)
                .filter(i -> Double.isNaN(scores[i]))
                .forEach(i -> leftOut.add(LeftOut.of(i, Cause.SCORE_UNKNOWN)));
        return new UnlikeSelection(chosen, leftOut);
    }

    private record Limits(double most, int count) {}

    private static Optional<LeftOut> objection(
            PairCorrelations correlations, List<Integer> chosen, int asset, Limits limits) {
        for (int better : chosen) {
            OptionalDouble correlation = correlations.get(better, asset);
            if (correlation.isEmpty() || correlation.getAsDouble() > limits.most()) {
                Cause cause = correlation.isEmpty() ? Cause.CORRELATION_UNKNOWN : Cause.TOO_ALIKE;
                return Optional.of(new LeftOut(asset, cause, Optional.of(better), correlation));
            }
        }
        return chosen.size() < limits.count() ? Optional.empty() : Optional.of(LeftOut.of(asset, Cause.COUNT_REACHED));
    }
}
