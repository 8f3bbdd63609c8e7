/** Measures how fast a strategy goes through the markets of a snapshot. */
@NullMarked
package dev.tradesuite.benchmarks.markets;

import org.jspecify.annotations.NullMarked;
