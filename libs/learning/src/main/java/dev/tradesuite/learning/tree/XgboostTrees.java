package dev.tradesuite.learning.tree;

import java.util.List;

/**
 * Trees of XGBoost, evaluated as it does: in single precision, a value below the threshold goes left, a missing one
 * where its node says.
 */
public final class XgboostTrees implements TreeModel {

    private final int features;
    private final float margin;
    private final Nodes[] trees;

    /**
     * One tree.
     *
     * @param left left child of each node; -1 for a leaf
     * @param right right child
     * @param feature feature a node asks for
     * @param condition threshold of a node, value of a leaf
     * @param missingLeft whether a missing value goes left
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    record Nodes(int[] left, int[] right, int[] feature, float[] condition, boolean[] missingLeft) {}

    XgboostTrees(int features, float margin, List<Nodes> trees) {
        this.features = features;
        this.margin = margin;
        this.trees = trees.toArray(Nodes[]::new);
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public double probability(double[] values) {
        float sum = margin;
        for (Nodes tree : trees) {
            sum += leaf(tree, values);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private static float leaf(Nodes tree, double[] values) {
        int node = 0;
        while (tree.left[node] >= 0) {
            float value = (float) values[tree.feature[node]];
            boolean goesLeft = Float.isNaN(value) ? tree.missingLeft[node] : value < tree.condition[node];
            node = goesLeft ? tree.left[node] : tree.right[node];
        }
        return tree.condition[node];
    }
}
