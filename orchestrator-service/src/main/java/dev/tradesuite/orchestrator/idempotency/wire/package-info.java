/** The header {@code Idempotency-Key} for every controller that honours it. */
@NullMarked
package dev.tradesuite.orchestrator.idempotency.wire;

import org.jspecify.annotations.NullMarked;
