/** A rebalancing of many orders, beside the orders alone. Read {@link RebalancingBenchmark}. */
@NullMarked
package dev.tradesuite.benchmarks.rebalancing;

import org.jspecify.annotations.NullMarked;
