package dev.tradesuite.strategy.parameter;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a configuration.
 *
 * @param parameter key in the configuration
 * @param code stable name of the rule that was broken, such as {@code OUT_OF_RANGE}
 * @param message what was expected
 * @param found the value found, shortened; absent when there is none to show
 */
public record ParameterFault(String parameter, String code, String message, @Nullable String found) {}
