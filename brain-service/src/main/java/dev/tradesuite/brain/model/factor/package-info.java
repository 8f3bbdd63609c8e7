/** The rules that stand in for the tree models: weighted sums of six of the features that those are trained on. */
@NullMarked
package dev.tradesuite.brain.model.factor;

import org.jspecify.annotations.NullMarked;
