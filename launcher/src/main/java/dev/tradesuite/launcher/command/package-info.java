/**
 * The commands of the {@code ./suite} script.
 *
 * <p>{@link dev.tradesuite.launcher.command.SuiteCommand} lists them; each is one class. A command prints what it found
 * or did, and never a stack trace.
 */
@NullMarked
package dev.tradesuite.launcher.command;

import org.jspecify.annotations.NullMarked;
