/** The rules of the strategy: {@link dev.tradesuite.hybrid.selection.HybridStrategy}. */
@NullMarked
package dev.tradesuite.hybrid.selection;

import org.jspecify.annotations.NullMarked;
