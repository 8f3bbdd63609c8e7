/** Orders and their fills in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.order.store;

import org.jspecify.annotations.NullMarked;
