/** Accounts of the models, from the tables the books write. */
@NullMarked
package dev.tradesuite.signals.series.store;

import org.jspecify.annotations.NullMarked;
