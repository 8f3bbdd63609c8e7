/**
 * The controller of the strategy {@code momentum}: buys the favourites of markets that are nearly, but not quite,
 * decided.
 *
 * <p>{@link dev.tradesuite.momentum.selection.MomentumStrategy} has the rules; everything else is strategy-support.
 */
@NullMarked
package dev.tradesuite.momentum;

import org.jspecify.annotations.NullMarked;
