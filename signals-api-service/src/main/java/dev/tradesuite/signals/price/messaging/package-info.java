/** Hears prices between bars. */
@NullMarked
package dev.tradesuite.signals.price.messaging;

import org.jspecify.annotations.NullMarked;
