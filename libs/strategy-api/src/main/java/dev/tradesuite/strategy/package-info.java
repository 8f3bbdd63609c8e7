/** What a strategy is: events and markets in, order intents out. Plain Java; the Spring shell is strategy-support. */
@NullMarked
package dev.tradesuite.strategy;

import org.jspecify.annotations.NullMarked;
