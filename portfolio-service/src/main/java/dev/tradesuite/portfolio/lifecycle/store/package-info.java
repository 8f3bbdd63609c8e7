/** The lifecycle in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.lifecycle.store;

import org.jspecify.annotations.NullMarked;
