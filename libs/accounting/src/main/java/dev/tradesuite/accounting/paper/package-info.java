/**
 * The paper account of a model: what its signals would have earned, bar by bar, costs included.
 *
 * <p>Pure calculation, the same live, in a backfill and in a backtest. Read
 * {@link dev.tradesuite.accounting.paper.PaperAccount} first: it takes a bar and a signal and gives the next account
 * and what happened.
 */
@NullMarked
package dev.tradesuite.accounting.paper;

import org.jspecify.annotations.NullMarked;
