package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.cluster.Dendrogram;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights along a tree of correlations: long only, fully invested, without expected returns.
 *
 * <p>In each the risk of a part is the variance of its portfolio by inverse variances, w_i = (1 / v_i) / sum(1 / v).
 */
public final class Hierarchical {

    private final List<String> codes;
    private final SymmetricMatrix covariance;
    private final double[] variances;
    private final Dendrogram tree;

    private Hierarchical(List<String> codes, SymmetricMatrix covariance, Dendrogram tree) {
        this.codes = codes;
        this.covariance = covariance;
        this.variances = covariance.diagonal();
        this.tree = tree;
    }

    /**
     * Along the correlations of the covariance.
     *
     * @throws QuantException CONSTANT_SERIES when an asset has no variance
     */
    public static Hierarchical of(Universe universe, Linkage linkage) {
        return of(universe, universe.covariance().correlation(), linkage);
    }

    /**
     * Along correlations of their own, such as pairwise ones of histories with different starts.
     *
     * @throws QuantException CONSTANT_SERIES when an asset has no variance, WRONG_SIZE
     */
    public static Hierarchical of(Universe universe, SymmetricMatrix correlation, Linkage linkage) {
        RiskBased.requireVariances(universe);
        if (correlation.size() != universe.size()) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE,
                    "%d assets have %d rows of correlations".formatted(universe.size(), correlation.size()));
        }
        return new Hierarchical(
                universe.codes(), universe.covariance(), Dendrogram.ofCorrelation(correlation, linkage));
    }

    /** The tree. */
    public Dendrogram tree() {
        return tree;
    }

    /**
     * Hierarchical risk parity (Lopez de Prado 2016): the leaves in the order of the tree are halved again and again;
     * of two halves with variances a and b the first gets b / (a + b) of what both have.
     */
    public Allocation hrp() {
        double[] weights = new double[codes.size()];
        Arrays.fill(weights, 1);
        halve(tree.items(tree.root()), weights);
        return RiskBased.allocation(OptimiserMethod.HRP, codes, weights, 0);
    }

    /**
     * Hierarchical equal risk contribution (Raffinot 2018): at each join above the clusters the two sides share in
     * inverse proportion to the summed variances of their clusters; within a cluster weights go by inverse variance.
     *
     * @param clusters 1 to the number of assets
     */
    public Allocation herc(int clusters) {
        double[] weights = new double[codes.size()];
        share(tree.root(), 1, new Cut(tree.cut(clusters)), weights);
        return RiskBased.allocation(OptimiserMethod.HERC, codes, weights, 0);
    }

    /**
     * Nested clustered optimisation (Lopez de Prado 2019): the least variance within each cluster, then the least
     * variance of those portfolios, both long only.
     *
     * @param clusters 1 to the number of assets
     */
    public Allocation nco(int clusters) {
        List<int[]> groups = tree.cut(clusters).stream().map(tree::items).toList();
        List<double[]> inner = new ArrayList<>();
        double gap = 0;
        for (int[] group : groups) {
            LeastVariance least = LeastVariance.of(covariance.part(group));
            double[] weights = new double[codes.size()];
            for (int i = 0; i < group.length; i++) {
                weights[group[i]] = least.weights()[i];
            }
            inner.add(weights);
            gap = Math.max(gap, least.gap());
        }
        SymmetricMatrix between =
                SymmetricMatrix.of(groups.size(), (i, j) -> Vectors.dot(inner.get(i), covariance.times(inner.get(j))));
        LeastVariance outer = LeastVariance.of(between);
        double[] weights = new double[codes.size()];
        for (int k = 0; k < inner.size(); k++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] += outer.weights()[k] * inner.get(k)[i];
            }
        }
        return RiskBased.allocation(OptimiserMethod.NCO, codes, weights, Math.max(gap, outer.gap()));
    }

    private void halve(int[] items, double[] weights) {
        if (items.length < 2) {
            return;
        }
        int[] left = Arrays.copyOfRange(items, 0, items.length / 2);
        int[] right = Arrays.copyOfRange(items, items.length / 2, items.length);
        double ofLeft = variance(left);
        double ofRight = variance(right);
        double share = ofRight / (ofLeft + ofRight);
        for (int item : left) {
            weights[item] *= share;
        }
        for (int item : right) {
            weights[item] *= 1 - share;
        }
        halve(left, weights);
        halve(right, weights);
    }

    private record Cut(List<Integer> clusters) {}

    private void share(int node, double amount, Cut cut, double[] weights) {
        if (cut.clusters().contains(node)) {
            int[] items = tree.items(node);
            double[] inner = inverseVariances(items);
            for (int i = 0; i < items.length; i++) {
                weights[items[i]] = amount * inner[i];
            }
            return;
        }
        Dendrogram.Merge merge = tree.merges().get(node - tree.size());
        double left = risk(merge.first(), cut);
        double right = risk(merge.second(), cut);
        share(merge.first(), amount * right / (left + right), cut, weights);
        share(merge.second(), amount * left / (left + right), cut, weights);
    }

    private double risk(int node, Cut cut) {
        if (cut.clusters().contains(node)) {
            return variance(tree.items(node));
        }
        Dendrogram.Merge merge = tree.merges().get(node - tree.size());
        return risk(merge.first(), cut) + risk(merge.second(), cut);
    }

    /** Variance of the portfolio of some assets by inverse variances. */
    private double variance(int[] items) {
        double[] inner = inverseVariances(items);
        double variance = 0;
        for (int i = 0; i < items.length; i++) {
            double with = 0;
            for (int j = 0; j < i; j++) {
                with += covariance.get(items[i], items[j]) * inner[j];
            }
            variance += inner[i] * (2 * with + variances[items[i]] * inner[i]);
        }
        return Math.max(variance, Double.MIN_NORMAL);
    }

    private double[] inverseVariances(int[] items) {
        double[] weights = new double[items.length];
        double sum = 0;
        for (int i = 0; i < items.length; i++) {
            weights[i] = 1 / variances[items[i]];
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
