/**
 * Markets that nobody trades: {@link dev.tradesuite.market.simulated.SimulatedMarketSource}.
 *
 * <p>Everything is computed from a seed and the time of day and nothing is kept, so every instance sees the same.
 */
@NullMarked
package dev.tradesuite.market.simulated;

import org.jspecify.annotations.NullMarked;
