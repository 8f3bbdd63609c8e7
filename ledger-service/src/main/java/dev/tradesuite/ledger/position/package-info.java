/**
 * A position: how fills become one, and what it is worth at the newest known prices.
 *
 * <p>Pure calculation. Read {@link dev.tradesuite.ledger.position.Position} first, then
 * {@link dev.tradesuite.ledger.position.Netting}.
 */
@NullMarked
package dev.tradesuite.ledger.position;

import org.jspecify.annotations.NullMarked;
