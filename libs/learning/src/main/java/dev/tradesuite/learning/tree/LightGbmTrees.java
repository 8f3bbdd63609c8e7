package dev.tradesuite.learning.tree;

import java.util.List;

/**
 * Trees of LightGBM, evaluated as it does: in double precision, a value up to the threshold goes left, and each node
 * says what it takes for a missing value.
 */
public final class LightGbmTrees implements TreeModel {

    /** Up to here a value counts as zero. */
    private static final double ZERO = 1e-35f;

    private final int features;
    private final double steepness;
    private final Nodes[] trees;

    /** What a node takes for missing. */
    enum Missing {
        NOTHING,
        ZERO,
        NAN
    }

    /**
     * One tree; a child below zero is a leaf, numbered -1, -2 and so on.
     *
     * @param left left child of each inner node
     * @param right right child
     * @param feature feature a node asks for
     * @param threshold threshold of a node
     * @param missing what it takes for missing
     * @param missingLeft whether a missing value goes left
     * @param leaves value of each leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    record Nodes(
            int[] left,
            int[] right,
            int[] feature,
            double[] threshold,
            Missing[] missing,
            boolean[] missingLeft,
            double[] leaves) {}

    LightGbmTrees(int features, double steepness, List<Nodes> trees) {
        this.features = features;
        this.steepness = steepness;
        this.trees = trees.toArray(Nodes[]::new);
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public double probability(double[] values) {
        double sum = 0;
        for (Nodes tree : trees) {
            sum += leaf(tree, values);
        }
        return 1 / (1 + StrictMath.exp(-steepness * sum));
    }

    private static double leaf(Nodes tree, double[] values) {
        int node = tree.left.length == 0 ? -1 : 0;
        while (node >= 0) {
            node = goesLeft(tree, node, values[tree.feature[node]]) ? tree.left[node] : tree.right[node];
        }
        return tree.leaves[-node - 1];
    }

    private static boolean goesLeft(Nodes tree, int node, double given) {
        Missing missing = tree.missing[node];
        double value = Double.isNaN(given) && missing != Missing.NAN ? 0 : given;
        boolean isMissing =
                switch (missing) {
                    case NOTHING -> false;
                    case ZERO -> value >= -ZERO && value <= ZERO;
                    case NAN -> Double.isNaN(value);
                };
        return isMissing ? tree.missingLeft[node] : value <= tree.threshold[node];
    }
}
