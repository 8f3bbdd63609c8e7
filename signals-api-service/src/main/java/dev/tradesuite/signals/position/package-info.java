/** Positions the models hold, at the newest price. */
@NullMarked
package dev.tradesuite.signals.position;

import org.jspecify.annotations.NullMarked;
