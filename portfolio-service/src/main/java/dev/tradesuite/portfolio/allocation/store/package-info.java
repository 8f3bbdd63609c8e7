/** Targets and capital in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.allocation.store;

import org.jspecify.annotations.NullMarked;
