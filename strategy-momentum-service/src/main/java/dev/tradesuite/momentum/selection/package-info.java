/** The rules of the strategy: {@link dev.tradesuite.momentum.selection.MomentumStrategy}. */
@NullMarked
package dev.tradesuite.momentum.selection;

import org.jspecify.annotations.NullMarked;
