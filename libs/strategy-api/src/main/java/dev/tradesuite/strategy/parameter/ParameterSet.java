package dev.tradesuite.strategy.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All parameters of a strategy and the rules between them.
 *
 * @param parameters in the order they are shown
 * @param rules about several of them at once
 */
public record ParameterSet(List<Parameter> parameters, List<Rule> rules) {

    public ParameterSet {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
        long names = parameters.stream().map(Parameter::name).distinct().count();
        if (names != parameters.size()) {
            throw new IllegalArgumentException("two parameters have the same name");
        }
        if (check(parameters, rules, Map.of()) instanceof Checked.Invalid invalid) {
            throw new IllegalArgumentException("the defaults are not valid: " + invalid.faults());
        }
    }

    /** The configuration of a portfolio that says nothing. */
    public ParameterValues defaults() {
        return new ParameterValues(values(parameters, Map.of()));
    }

    /**
     * Checks what a portfolio says, and fills in the rest.
     *
     * <p>The rules between parameters are checked once every value by itself may be used.
     */
    public Checked check(Map<String, ? extends @Nullable Object> written) {
        return check(parameters, rules, written);
    }

    private static Checked check(
            List<Parameter> parameters, List<Rule> rules, Map<String, ? extends @Nullable Object> written) {
        List<ParameterFault> faults = new ArrayList<>(unknown(parameters, written));
        parameters.stream()
                .filter(parameter -> written.containsKey(parameter.name()))
                .forEach(parameter ->
                        parameter.faultOf(written.get(parameter.name())).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            return new Checked.Invalid(faults);
        }
        ParameterValues config = new ParameterValues(values(parameters, written));
        List<ParameterFault> broken = rules.stream()
                .filter(rule -> rule.broken().test(config))
                .map(rule -> rule.fault(config))
                .toList();
        return broken.isEmpty() ? new Checked.Valid(config) : new Checked.Invalid(broken);
    }

    private static List<ParameterFault> unknown(
            List<Parameter> parameters, Map<String, ? extends @Nullable Object> written) {
        String known = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return written.keySet().stream()
                .filter(key -> parameters.stream()
                        .noneMatch(parameter -> parameter.name().equals(key)))
                .sorted()
                .map(key ->
                        new ParameterFault(Parameter.shortened(key), "UNKNOWN_KEY", "expected one of " + known, null))
                .toList();
    }

    private static Map<Parameter, BigDecimal> values(
            List<Parameter> parameters, Map<String, ? extends @Nullable Object> written) {
        Map<Parameter, BigDecimal> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            BigDecimal value = written.get(parameter.name()) instanceof Number number
                    ? Parameter.exact(number).orElse(parameter.defaultValue())
                    : parameter.defaultValue();
            values.put(parameter, value);
        }
        return values;
    }
}
