/** Schedules and due times in PostgreSQL; db-scheduler wakes one instance for each due time. */
@NullMarked
package dev.tradesuite.orchestrator.schedule.store;

import org.jspecify.annotations.NullMarked;
