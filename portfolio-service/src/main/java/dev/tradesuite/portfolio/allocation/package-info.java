/**
 * What each account is to hold, by strategy, and what it holds.
 *
 * <p>Read {@link dev.tradesuite.portfolio.allocation.TargetPortfolioService} first: every change of a weight is another
 * version of a target. Nothing is traded here.
 */
@NullMarked
package dev.tradesuite.portfolio.allocation;

import org.jspecify.annotations.NullMarked;
