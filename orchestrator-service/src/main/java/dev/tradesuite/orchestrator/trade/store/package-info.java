/** Decision documents in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.trade.store;

import org.jspecify.annotations.NullMarked;
