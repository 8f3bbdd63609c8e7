/** The first service of the baseline's chain: calls three hops one after another and may insert one row. */
@NullMarked
package dev.tradesuite.benchmarks.flow.front;

import org.jspecify.annotations.NullMarked;
