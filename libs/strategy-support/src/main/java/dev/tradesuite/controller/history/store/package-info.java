/**
 * The prices of the past in PostgreSQL.
 *
 * <p>Read {@link dev.tradesuite.controller.history.store.JdbcPriceStore} first.
 */
@NullMarked
package dev.tradesuite.controller.history.store;

import org.jspecify.annotations.NullMarked;
