/**
 * The decision over HTTP.
 *
 * <p>{@link dev.tradesuite.brain.signal.web.SignalController} is the entry. What a request must satisfy beyond its own
 * annotations is in {@link dev.tradesuite.brain.signal.web.SignalConstraints}.
 */
@NullMarked
package dev.tradesuite.brain.signal.web;

import org.jspecify.annotations.NullMarked;
