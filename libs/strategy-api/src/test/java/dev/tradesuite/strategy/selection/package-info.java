/** Tests of what a strategy chooses from, and how it finds its way into the suite. */
@NullMarked
package dev.tradesuite.strategy.selection;

import org.jspecify.annotations.NullMarked;
