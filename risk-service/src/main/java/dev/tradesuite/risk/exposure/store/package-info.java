/**
 * Reservations and what accounts hold, in PostgreSQL by SQL through JdbcClient.
 *
 * <p>Not JPA: what matters here is which row is locked when, which statement carries which guard, and how few round
 * trips a reservation takes. The lock is taken by {@code account.store.JdbcRiskAccounts}.
 */
@NullMarked
package dev.tradesuite.risk.exposure.store;

import org.jspecify.annotations.NullMarked;
