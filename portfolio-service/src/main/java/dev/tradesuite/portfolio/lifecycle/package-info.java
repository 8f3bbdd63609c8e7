/**
 * How far a strategy has come and what it has to show before it may go on.
 *
 * <p>Read {@link dev.tradesuite.portfolio.lifecycle.LifecycleTable}, then
 * {@link dev.tradesuite.portfolio.lifecycle.LifecycleService}.
 */
@NullMarked
package dev.tradesuite.portfolio.lifecycle;

import org.jspecify.annotations.NullMarked;
