/**
 * What signals-api-service answers and sends.
 *
 * <p>The feed's messages are {@link dev.tradesuite.contracts.signals.FeedMessage}; the first answer to read is
 * {@link dev.tradesuite.contracts.signals.LatestModelSignals}.
 */
@NullMarked
package dev.tradesuite.contracts.signals;

import org.jspecify.annotations.NullMarked;
