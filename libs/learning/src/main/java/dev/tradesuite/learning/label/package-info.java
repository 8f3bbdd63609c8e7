/**
 * What a model is to foretell: {@link dev.tradesuite.learning.label.TripleBarrier} says how a trade would have ended,
 * {@link dev.tradesuite.learning.label.TrainingRows} has features and label of every bar that has both.
 */
@NullMarked
package dev.tradesuite.learning.label;

import org.jspecify.annotations.NullMarked;
