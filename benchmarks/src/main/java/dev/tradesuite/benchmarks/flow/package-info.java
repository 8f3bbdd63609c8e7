/**
 * Measures analyze and execute beside a chain of services that do nothing. Read
 * {@link dev.tradesuite.benchmarks.flow.TradeFlowBenchmark} first.
 */
@NullMarked
package dev.tradesuite.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
