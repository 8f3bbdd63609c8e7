package dev.tradesuite.quant.diversification;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.ReturnTable;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Correlations of every pair of assets, each over the periods both have; a pair may have none. Immutable.
 *
 * <p>Pairs stand in a triangle, row by row: (0, 1), (0, 2), ... (0, n - 1), (1, 2), ...
 */
public final class PairCorrelations {

    private final int size;
    private final double[] triangle;
    private final int[] observations;

    private PairCorrelations(int size, double[] triangle, int[] observations) {
        this.size = size;
        this.triangle = triangle;
        this.observations = observations;
    }

    /**
     * Pearson correlation of each pair, sum(dx dy) / sqrt(sum(dx^2) sum(dy^2)) with d the deviations from the mean over
     * the common periods. A pair has none when it has fewer common periods than needed, or when one of the two does not
     * vary over them.
     *
     * @param needed least common periods of a pair, at least 2
     */
    public static PairCorrelations of(ReturnTable returns, int needed) {
        if (needed < 2) {
            throw new IllegalArgumentException("a correlation needs at least 2 periods, was " + needed);
        }
        CommonReturns[] series = new CommonReturns[returns.assets()];
        Arrays.setAll(series, i -> CommonReturns.of(returns.series(i)));
        double[] triangle = new double[pairs(series.length)];
        int[] observations = new int[triangle.length];
        int at = 0;
        for (int i = 0; i < series.length; i++) {
            for (int j = i + 1; j < series.length; j++) {
                observations[at] = series[i].commonWith(series[j]);
                triangle[at] = observations[at] < needed ? Double.NaN : series[i].correlation(series[j]);
                at++;
            }
        }
        return new PairCorrelations(series.length, triangle, observations);
    }

    /** The correlations of a covariance, all of which rest on the same number of periods. */
    public static PairCorrelations of(SymmetricMatrix covariance, int periods) {
        SymmetricMatrix correlation = covariance.correlation();
        int size = correlation.size();
        double[] triangle = new double[pairs(size)];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                triangle[index(size, i, j)] = Math.clamp(correlation.get(i, j), -1.0, 1.0);
            }
        }
        int[] observations = new int[triangle.length];
        Arrays.fill(observations, periods);
        return new PairCorrelations(size, triangle, observations);
    }

    /**
     * Correlations that were computed before.
     *
     * @param triangle one for each pair, NaN for one that has none
     * @param observations common periods of each pair
     */
    public static PairCorrelations ofTriangle(int size, double[] triangle, int[] observations) {
        if (size < 0 || triangle.length != pairs(size) || observations.length != pairs(size)) {
            throw new IllegalArgumentException("%d assets have %d pairs, were %d and %d"
                    .formatted(size, pairs(size), triangle.length, observations.length));
        }
        return new PairCorrelations(size, triangle.clone(), observations.clone());
    }

    /** Number of pairs of so many assets. */
    public static int pairs(int size) {
        return size * (size - 1) / 2;
    }

    /** Where the pair stands in the triangle, in either order; both differ. */
    public static int index(int size, int a, int b) {
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        return first * (2 * size - first - 1) / 2 + second - first - 1;
    }

    /** Number of assets. */
    public int size() {
        return size;
    }

    /** Correlation of a pair, -1 to 1; empty when it has none. */
    public OptionalDouble get(int a, int b) {
        double value = triangle[index(size, a, b)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Common periods of a pair. */
    public int observations(int a, int b) {
        return observations[index(size, a, b)];
    }

    /** Mean of the correlations there are; empty when there is none. */
    public OptionalDouble average() {
        return Arrays.stream(triangle).filter(value -> !Double.isNaN(value)).average();
    }

    /** Common periods of the pair that has the fewest of those with a correlation; 0 when none has one. */
    public int fewest() {
        return IntStream.range(0, triangle.length)
                .filter(i -> !Double.isNaN(triangle[i]))
                .map(i -> observations[i])
                .min()
                .orElse(0);
    }

    /**
     * Assets all of whose pairs have a correlation, in ascending order: the one with the most pairs without is left
     * out, of equal ones the last, until none is without.
     */
    public int[] complete() {
        int[] left = IntStream.range(0, size).toArray();
        while (left.length > 0) {
            int worst = 0;
            int most = 0;
            for (int k = 0; k < left.length; k++) {
                int unknown = unknown(left[k], left);
                if (unknown > 0 && unknown >= most) {
                    worst = left[k];
                    most = unknown;
                }
            }
            if (most == 0) {
                return left;
            }
            int gone = worst;
            left = Arrays.stream(left).filter(asset -> asset != gone).toArray();
        }
        return left;
    }

    /**
     * The matrix of some assets, with ones on its diagonal.
     *
     * @param assets at least one, such as {@link #complete()}; all of their pairs have a correlation
     */
    public SymmetricMatrix matrix(int... assets) {
        return SymmetricMatrix.of(assets.length, (i, j) -> i == j ? 1 : triangle[index(size, assets[i], assets[j])]);
    }

    private int unknown(int asset, int[] others) {
        int unknown = 0;
        for (int other : others) {
            unknown += other != asset && Double.isNaN(triangle[index(size, asset, other)]) ? 1 : 0;
        }
        return unknown;
    }

    /** A copy of the triangle, with NaN for a pair that has none. */
    public double[] triangle() {
        return triangle.clone();
    }
}
