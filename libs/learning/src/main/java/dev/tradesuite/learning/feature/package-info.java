/**
 * What a model sees of the bars: the past only, the same in training and in serving.
 *
 * <p>{@link dev.tradesuite.learning.feature.BarFeatures} is what the tree models see,
 * {@link dev.tradesuite.learning.feature.PolicyFeatures} what a policy sees. Both look at a window of fixed length, so
 * that a value does not depend on how many bars lie before it.
 */
@NullMarked
package dev.tradesuite.learning.feature;

import org.jspecify.annotations.NullMarked;
