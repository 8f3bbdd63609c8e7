package dev.tradesuite.strategy.parameter;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A rule about several parameters at once.
 *
 * @param on the parameter the fault is told at
 * @param code stable name of the rule, such as {@code EMPTY_BAND}
 * @param broken whether a configuration breaks it
 * @param message what was expected, with the figures of the configuration
 */
public record Rule(
        Parameter on, String code, Predicate<ParameterValues> broken, Function<ParameterValues, String> message) {

    /** The first parameter is at most the second. */
    public static Rule ordered(Parameter least, Parameter most) {
        return new Rule(
                least,
                "EMPTY_BAND",
                config -> config.decimal(least).compareTo(config.decimal(most)) > 0,
                config -> "expected at most %s, which is %s"
                        .formatted(most.name(), config.decimal(most).toPlainString()));
    }

    ParameterFault fault(ParameterValues config) {
        return new ParameterFault(
                on.name(), code, message.apply(config), config.decimal(on).toPlainString());
    }
}
