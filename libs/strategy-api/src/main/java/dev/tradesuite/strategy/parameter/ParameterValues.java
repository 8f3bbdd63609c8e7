package dev.tradesuite.strategy.parameter;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration that is valid, with a value for every parameter of its strategy. Immutable. */
public final class ParameterValues {

    private final Map<Parameter, BigDecimal> values;
    private final Map<String, BigDecimal> byName;

    ParameterValues(Map<Parameter, BigDecimal> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<String, BigDecimal> names = new LinkedHashMap<>();
        values.forEach((parameter, value) -> names.put(parameter.name(), value));
        this.byName = Map.copyOf(names);
    }

    /** The value of a parameter, whatever its default is here. */
    public BigDecimal decimal(Parameter parameter) {
        BigDecimal value = byName.get(parameter.name());
        if (value == null) {
            throw new IllegalArgumentException(parameter.name() + " is not a parameter of this strategy");
        }
        return value;
    }

    /** The value of a parameter that is a whole number. */
    public int integer(Parameter parameter) {
        return decimal(parameter).intValueExact();
    }

    /** The value of a parameter as statistics use it. */
    public double number(Parameter parameter) {
        return decimal(parameter).doubleValue();
    }

    /** Every value by name, in the order of the parameters, as it is shown. */
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.forEach((parameter, value) -> shown.put(parameter.name(), parameter.shown(value)));
        return Collections.unmodifiableMap(shown);
    }
}
