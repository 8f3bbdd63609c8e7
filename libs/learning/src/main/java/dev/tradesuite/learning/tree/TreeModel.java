package dev.tradesuite.learning.tree;

/** Boosted trees for two classes. Immutable and safe to share between threads. */
public sealed interface TreeModel permits XgboostTrees, LightGbmTrees {

    /** Number of features a row must have. */
    int features();

    /**
     * The probability of the second class.
     *
     * @param values of the features; NaN where one is missing
     */
    double probability(double[] values);
}
