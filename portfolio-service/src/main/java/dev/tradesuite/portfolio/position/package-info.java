/**
 * A position: how fills become one, and what it is worth at the newest known prices.
 *
 * <p>Pure calculation. Read {@link dev.tradesuite.portfolio.position.Position} first, then
 * {@link dev.tradesuite.portfolio.position.Netting}.
 */
@NullMarked
package dev.tradesuite.portfolio.position;

import org.jspecify.annotations.NullMarked;
