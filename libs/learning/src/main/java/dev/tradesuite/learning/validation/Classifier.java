package dev.tradesuite.learning.validation;

/** The score of a trained classifier, 0 to 1. */
@FunctionalInterface
public interface Classifier {

    /** The score of a row; NaN where a feature is missing. */
    double score(double[] values);
}
