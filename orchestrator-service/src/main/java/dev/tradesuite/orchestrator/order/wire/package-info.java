/** Orders as the records of the contracts. */
@NullMarked
package dev.tradesuite.orchestrator.order.wire;

import org.jspecify.annotations.NullMarked;
