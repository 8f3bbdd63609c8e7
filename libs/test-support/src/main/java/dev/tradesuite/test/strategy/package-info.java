/**
 * The test every strategy controller passes, and the ledger it is played against.
 *
 * <p>A controller's own test extends {@link dev.tradesuite.test.strategy.StrategyApiTest}.
 */
@NullMarked
package dev.tradesuite.test.strategy;

import org.jspecify.annotations.NullMarked;
