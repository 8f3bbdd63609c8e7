/** Times of the optimisers. */
@NullMarked
package dev.tradesuite.benchmarks.optimiser;

import org.jspecify.annotations.NullMarked;
