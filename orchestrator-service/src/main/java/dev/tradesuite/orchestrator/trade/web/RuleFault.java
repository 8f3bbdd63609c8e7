package dev.tradesuite.orchestrator.trade.web;

/**
 * A faulty field.
 *
 * @param field component of the request, or of one of its components: {@code stopLoss.price}
 * @param message what was expected
 */
record RuleFault(String field, String message) {}
