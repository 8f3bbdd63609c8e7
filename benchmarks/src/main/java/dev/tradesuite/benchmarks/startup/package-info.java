/** Measures how long the suite takes to start and how much memory it holds. */
@NullMarked
package dev.tradesuite.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
