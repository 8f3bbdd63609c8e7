/**
 * Evaluates boosted trees that other programs have trained: {@link dev.tradesuite.learning.tree.XgboostTrees} from
 * JSON, {@link dev.tradesuite.learning.tree.LightGbmTrees} from text.
 */
@NullMarked
package dev.tradesuite.learning.tree;

import org.jspecify.annotations.NullMarked;
