/** Finds and removes old rows. */
@NullMarked
package dev.tradesuite.signals.retention.store;

import org.jspecify.annotations.NullMarked;
