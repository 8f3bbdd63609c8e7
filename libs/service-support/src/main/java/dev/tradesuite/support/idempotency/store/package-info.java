/** Keys and answers in PostgreSQL. */
@NullMarked
package dev.tradesuite.support.idempotency.store;

import org.jspecify.annotations.NullMarked;
