package dev.tradesuite.brain.indicator;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Indicator readings on one candle; each is there or not. Immutable.
 *
 * <p>A reading that cannot be computed, such as an RSI of a price that never moved, is absent.
 */
public final class Readings {

    /** No reading at all. */
    public static final Readings NONE = new Builder().build();

    private final Map<Indicator, Double> values;

    private Readings(Map<Indicator, Double> values) {
        this.values = values;
    }

    /** The reading of an indicator. */
    public OptionalDouble get(Indicator indicator) {
        Double value = values.get(indicator);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether all of these are there. */
    public boolean has(Indicator... indicators) {
        for (Indicator indicator : indicators) {
            if (!values.containsKey(indicator)) {
                return false;
            }
        }
        return true;
    }

    /** A reading that is known to be there. */
    public double value(Indicator indicator) {
        return get(indicator).orElseThrow();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These readings, with those of the other wherever it has one. */
    public Readings replacedBy(Readings other) {
        if (other.isEmpty()) {
            return this;
        }
        Map<Indicator, Double> merged = new EnumMap<>(values);
        merged.putAll(other.values);
        return new Readings(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings readings && values.equals(readings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The readings by name in a fixed order: the same text for the same readings. */
    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects readings. Not safe for use by several threads. */
    public static final class Builder {

        private final Map<Indicator, Double> values = new EnumMap<>(Indicator.class);

        /** Sets a reading; one that is not finite stays absent. */
        public Builder set(Indicator indicator, double value) {
            if (Double.isFinite(value)) {
                values.put(indicator, value);
            }
            return this;
        }

        /** The readings set so far. */
        public Readings build() {
            return new Readings(new EnumMap<>(values));
        }
    }
}
