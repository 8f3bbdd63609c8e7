/**
 * Starts and controls the whole suite on one machine.
 *
 * <p>{@link dev.tradesuite.launcher.Launcher} is the entry point of the {@code ./suite} script; the commands are in
 * {@code command}. Read {@link dev.tradesuite.launcher.run.Suite} first: it starts PostgreSQL, Kafka, the token issuer
 * and the services in order, and stops them in the reverse order.
 */
@NullMarked
package dev.tradesuite.launcher;

import org.jspecify.annotations.NullMarked;
