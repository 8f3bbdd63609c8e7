/**
 * Daily returns of strategies, as they were told at the end of each UTC day.
 *
 * <p>Read {@link dev.tradesuite.portfolio.returns.ReturnReader}: everything that computes on strategies asks it.
 * {@link dev.tradesuite.portfolio.returns.ReturnImportService} takes what somebody hands in.
 */
@NullMarked
package dev.tradesuite.portfolio.returns;

import org.jspecify.annotations.NullMarked;
