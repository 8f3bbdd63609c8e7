/** Cycles in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.store;

import org.jspecify.annotations.NullMarked;
