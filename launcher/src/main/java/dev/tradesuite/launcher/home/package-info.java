/**
 * The state folder, {@code .suite} by default: data, logs, secrets, and what is running.
 *
 * <p>{@link dev.tradesuite.launcher.home.SuiteHome} knows every path in it.
 * {@link dev.tradesuite.launcher.home.RunLock} decides whether a suite runs;
 * {@link dev.tradesuite.launcher.home.RunState} says what it consists of.
 */
@NullMarked
package dev.tradesuite.launcher.home;

import org.jspecify.annotations.NullMarked;
