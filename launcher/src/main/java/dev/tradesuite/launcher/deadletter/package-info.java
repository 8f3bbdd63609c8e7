/**
 * Events that a consumer could not handle: they lie in {@code <topic>.dlt}, each with its reason, until somebody
 * decides.
 *
 * <p>{@link dev.tradesuite.launcher.deadletter.DeadLetterBox} lists them, sends them again or drops them; a
 * {@link dev.tradesuite.launcher.deadletter.DeadLetter} is one of them.
 */
@NullMarked
package dev.tradesuite.launcher.deadletter;

import org.jspecify.annotations.NullMarked;
