/** Daily returns in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.returns.store;

import org.jspecify.annotations.NullMarked;
