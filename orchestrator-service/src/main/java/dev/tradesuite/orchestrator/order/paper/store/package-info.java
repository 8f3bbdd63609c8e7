/** The paper broker's books in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.order.paper.store;

import org.jspecify.annotations.NullMarked;
