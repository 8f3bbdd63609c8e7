/** The pages of the dashboard in a browser. */
@NullMarked
package dev.tradesuite.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
