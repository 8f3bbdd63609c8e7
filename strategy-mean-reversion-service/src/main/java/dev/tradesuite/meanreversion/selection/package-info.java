/** The rules of the strategy: {@link dev.tradesuite.meanreversion.selection.MeanReversionStrategy}. */
@NullMarked
package dev.tradesuite.meanreversion.selection;

import org.jspecify.annotations.NullMarked;
