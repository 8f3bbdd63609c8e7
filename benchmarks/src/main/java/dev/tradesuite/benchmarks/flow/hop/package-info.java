/** A service that does nothing: the three hops behind the front of the baseline's chain. */
@NullMarked
package dev.tradesuite.benchmarks.flow.hop;

import org.jspecify.annotations.NullMarked;
