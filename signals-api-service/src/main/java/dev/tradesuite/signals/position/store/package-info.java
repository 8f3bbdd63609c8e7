/** Open positions, from the tables the books write. */
@NullMarked
package dev.tradesuite.signals.position.store;

import org.jspecify.annotations.NullMarked;
