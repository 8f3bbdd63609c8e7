package dev.tradesuite.contracts.problem;

import org.jspecify.annotations.Nullable;

/**
 * One faulty field of a request.
 *
 * @param field path in the request as the caller wrote it, such as {@code candles[3].close}
 * @param code stable name of the rule that was broken, such as {@code OUT_OF_RANGE}
 * @param message what was expected and how to fix it
 * @param rejected the value found, shortened; absent when there was none
 */
public record FieldError(String field, String code, String message, @Nullable String rejected) {}
