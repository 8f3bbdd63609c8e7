package dev.tradesuite.learning.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Turns the score of a classifier into the share of cases in which such a score was right: the rising curve with the
 * least squared error, found by pooling adjacent violators (Ayer and others, 1955).
 *
 * <p>Between two pooled groups of scores the curve is a line, beyond the ends it is flat. Immutable.
 */
public final class IsotonicCalibration {

    private final double[] scores;
    private final double[] shares;

    private IsotonicCalibration(double[] scores, double[] shares) {
        this.scores = scores;
        this.shares = shares;
    }

    /**
     * The curve through scores and what became of them.
     *
     * @param scores finite, one or more, in any order
     * @param outcomes 1 where the case came true, else 0; as many
     */
    public static IsotonicCalibration fit(double[] scores, double[] outcomes) {
        if (scores.length == 0 || scores.length != outcomes.length) {
            throw new IllegalArgumentException("a calibration needs scores and as many outcomes, got %d and %d"
                    .formatted(scores.length, outcomes.length));
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        Pools pools = new Pools(scores.length);
        for (int start = 0; start < order.length; ) {
            int end = start;
            double sum = 0;
            // Equal scores must get equal shares.
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                sum += outcomes[order[end++]];
            }
            pools.add(scores[order[start]], sum, end - start);
            start = end;
        }
        return pools.curve();
    }

    /**
     * A curve that was fitted before.
     *
     * @param scores ascending
     * @param shares 0 to 1, never falling, as many
     */
    public static IsotonicCalibration of(double[] scores, double[] shares) {
        boolean rising = scores.length > 0 && scores.length == shares.length;
        for (int i = 0; rising && i < scores.length; i++) {
            rising = Double.isFinite(scores[i])
                    && shares[i] >= 0
                    && shares[i] <= 1
                    && (i == 0 || (scores[i] >= scores[i - 1] && shares[i] >= shares[i - 1]));
        }
        if (!rising) {
            throw new IllegalArgumentException("a calibration needs rising scores and as many shares of 0 to 1");
        }
        return new IsotonicCalibration(scores.clone(), shares.clone());
    }

    /** The share of cases that come true with this score, 0 to 1. */
    public double probability(double score) {
        int found = Arrays.binarySearch(scores, score);
        if (found >= 0) {
            return shares[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return shares[0];
        }
        if (above == scores.length) {
            return shares[above - 1];
        }
        double part = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return shares[above - 1] + part * (shares[above] - shares[above - 1]);
    }

    /** Scores of the corners of the curve, ascending. */
    public double[] scores() {
        return scores.clone();
    }

    /** Shares at the corners. */
    public double[] shares() {
        return shares.clone();
    }

    /** Groups of neighbouring scores with one share each. */
    private static final class Pools {

        private final double[] first;
        private final double[] last;
        private final double[] sum;
        private final double[] weight;
        private int size;

        Pools(int most) {
            first = new double[most];
            last = new double[most];
            sum = new double[most];
            weight = new double[most];
        }

        void add(double score, double outcomes, double count) {
            first[size] = score;
            last[size] = score;
            sum[size] = outcomes;
            weight[size++] = count;
            while (size > 1 && sum[size - 2] * weight[size - 1] >= sum[size - 1] * weight[size - 2]) {
                size--;
                last[size - 1] = last[size];
                sum[size - 1] += sum[size];
                weight[size - 1] += weight[size];
            }
        }

        IsotonicCalibration curve() {
            double[] scores = new double[2 * size];
            double[] shares = new double[2 * size];
            int corners = 0;
            for (int pool = 0; pool < size; pool++) {
                double share = sum[pool] / weight[pool];
                scores[corners] = first[pool];
                shares[corners++] = share;
                if (last[pool] > first[pool]) {
                    scores[corners] = last[pool];
                    shares[corners++] = share;
                }
            }
            return new IsotonicCalibration(Arrays.copyOf(scores, corners), Arrays.copyOf(shares, corners));
        }
    }
}
