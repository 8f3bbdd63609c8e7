/** The registered strategies in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.registry.store;

import org.jspecify.annotations.NullMarked;
