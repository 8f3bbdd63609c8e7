/** Keys and answers in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.idempotency.store;

import org.jspecify.annotations.NullMarked;
