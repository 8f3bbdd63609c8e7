/**
 * Risk memory in PostgreSQL, by SQL through JdbcClient.
 *
 * <p>Not JPA: what matters here is which row is locked when, which statement carries which guard, and how few round
 * trips a reservation takes. Read {@link dev.tradesuite.risk.exposure.store.JdbcRiskMemory} first.
 */
@NullMarked
package dev.tradesuite.risk.exposure.store;

import org.jspecify.annotations.NullMarked;
