package dev.tradesuite.training.train;

import dev.tradesuite.learning.tree.TreeModel;
import dev.tradesuite.learning.validation.Classifier;

/**
 * Trees as the native library wrote them, evaluated as the brain will: what is judged is what is served.
 *
 * @param text what the library wrote
 * @param trees the same, read
 */
record TreeText(String text, TreeModel trees) implements Classifier {

    @Override
    public double score(double[] values) {
        return trees.probability(values);
    }
}
