/** Runs, from the tables the books write. */
@NullMarked
package dev.tradesuite.signals.run.store;

import org.jspecify.annotations.NullMarked;
