/**
 * The read side for dashboards: the signals of the models, their paper accounts, equity, positions and P&amp;L, over
 * REST and over a WebSocket feed.
 *
 * <p>Read {@link dev.tradesuite.signals.SignalsApplication} to see where it starts.
 */
@NullMarked
package dev.tradesuite.signals;

import org.jspecify.annotations.NullMarked;
