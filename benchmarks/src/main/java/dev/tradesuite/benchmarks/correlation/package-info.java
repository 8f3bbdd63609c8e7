/** How fast correlations are told, from the database and from both caches. */
@NullMarked
package dev.tradesuite.benchmarks.correlation;

import org.jspecify.annotations.NullMarked;
