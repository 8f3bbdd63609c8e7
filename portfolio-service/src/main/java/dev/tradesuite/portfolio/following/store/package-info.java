/** Following in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.following.store;

import org.jspecify.annotations.NullMarked;
