/** Approvals in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.approval.store;

import org.jspecify.annotations.NullMarked;
