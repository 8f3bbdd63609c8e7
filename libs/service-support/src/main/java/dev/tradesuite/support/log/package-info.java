/**
 * What may stand in logs and traces: no secret, and no character that begins a line or moves a terminal.
 *
 * <p>{@link dev.tradesuite.support.log.LogText} says how a text is made safe.
 * {@link dev.tradesuite.support.log.SafeEncoder} does it for every line of every logger, libraries included, and
 * {@link dev.tradesuite.support.log.SafeSpans} for everything a trace carries out of this process.
 */
@NullMarked
package dev.tradesuite.support.log;

import org.jspecify.annotations.NullMarked;
