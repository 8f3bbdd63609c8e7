/**
 * The controller of the strategy {@code mean_reversion}: buys an outcome that has fallen below its own recent mean and
 * sells it when it has come back.
 *
 * <p>{@link dev.tradesuite.meanreversion.selection.MeanReversionStrategy} has the rules; everything else is
 * strategy-support.
 */
@NullMarked
package dev.tradesuite.meanreversion;

import org.jspecify.annotations.NullMarked;
