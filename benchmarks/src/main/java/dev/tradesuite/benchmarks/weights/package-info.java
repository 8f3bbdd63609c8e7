/** How fast portfolio-service chooses weights of registered strategies. */
@NullMarked
package dev.tradesuite.benchmarks.weights;

import org.jspecify.annotations.NullMarked;
