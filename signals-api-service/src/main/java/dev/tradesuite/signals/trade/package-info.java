/** Closed positions of the models: their trades. */
@NullMarked
package dev.tradesuite.signals.trade;

import org.jspecify.annotations.NullMarked;
