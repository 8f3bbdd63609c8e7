/** Jobs in PostgreSQL; db-scheduler gives each part to one instance. */
@NullMarked
package dev.tradesuite.signals.job.store;

import org.jspecify.annotations.NullMarked;
