/**
 * The portfolio orchestrator: what it accepts, returns and publishes.
 *
 * <p>Read {@link dev.tradesuite.contracts.cycle.Cycle} first.
 */
@NullMarked
package dev.tradesuite.contracts.cycle;

import org.jspecify.annotations.NullMarked;
