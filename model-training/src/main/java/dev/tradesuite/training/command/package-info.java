/** The command line: {@code train}, {@code list}, {@code show}, {@code use} and {@code remove}. */
@NullMarked
package dev.tradesuite.training.command;

import org.jspecify.annotations.NullMarked;
