/**
 * Removes what its time is over for, so that nothing grows without bound: backtests some time after they ended, and the
 * signals and single points of the live accounts after years. Their trades, days and roll-ups are kept, and so is all
 * of an imported run.
 *
 * <p>Read {@link dev.tradesuite.signals.retention.ModelRetention} first.
 */
@NullMarked
package dev.tradesuite.signals.retention;

import org.jspecify.annotations.NullMarked;
