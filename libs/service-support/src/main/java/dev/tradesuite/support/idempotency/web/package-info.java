/**
 * The header {@code Idempotency-Key} for every controller that honours it.
 *
 * <p>A controller hands its work to {@link dev.tradesuite.support.idempotency.web.IdempotentAnswers}.
 */
@NullMarked
package dev.tradesuite.support.idempotency.web;

import org.jspecify.annotations.NullMarked;
