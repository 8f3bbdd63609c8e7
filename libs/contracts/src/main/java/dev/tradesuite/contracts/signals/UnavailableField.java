package dev.tradesuite.contracts.signals;

/**
 * A figure that cannot be computed; the field it names is absent.
 *
 * @param field name of the field
 * @param reason code, such as {@code NO_CLOSED_TRADES}
 */
public record UnavailableField(String field, String reason) {}
