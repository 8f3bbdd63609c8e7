/** Cycles as records of the contracts. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.wire;

import org.jspecify.annotations.NullMarked;
