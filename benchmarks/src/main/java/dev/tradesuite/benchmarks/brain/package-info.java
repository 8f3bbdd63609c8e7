/** Measures a decision of the brain inside its own process. */
@NullMarked
package dev.tradesuite.benchmarks.brain;

import org.jspecify.annotations.NullMarked;
