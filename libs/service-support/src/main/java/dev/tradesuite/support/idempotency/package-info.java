/**
 * Requests that may be repeated: under one key the work is done once, and a repeat gets the first answer.
 *
 * <p>Read {@link dev.tradesuite.support.idempotency.Idempotency}. The package knows nothing of trades: whoever does the
 * work takes the key in the transaction that begins it and leaves the answer in the one that ends it. Its table is in
 * {@code db/shared}, so that every service with a database can honour keys.
 */
@NullMarked
package dev.tradesuite.support.idempotency;

import org.jspecify.annotations.NullMarked;
