/**
 * The controller of the strategy {@code hybrid}: combines the views of momentum and mean reversion by weights.
 *
 * <p>{@link dev.tradesuite.hybrid.selection.HybridStrategy} has the rules; everything else is strategy-support.
 */
@NullMarked
package dev.tradesuite.hybrid;

import org.jspecify.annotations.NullMarked;
