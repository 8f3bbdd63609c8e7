package dev.tradesuite.support.boot;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Writes small and large doubles as plain decimals: {@code 0.0005}, where Java and Jackson write {@code 5.0E-4}.
 *
 * <p>What decimals do by a setting of Jackson has no setting for doubles.
 */
final class PlainNumbers {

    /** Where Java begins to write exponents. */
    private static final double SMALLEST_PLAIN = 1e-3;

    private static final double LARGEST_PLAIN = 1e7;

    private PlainNumbers() {}

    static SimpleModule module() {
        return new SimpleModule("plain-numbers")
                .addSerializer(Double.class, new Doubles(Double.class))
                .addSerializer(Double.TYPE, new Doubles(Double.TYPE));
    }

    private static final class Doubles extends StdScalarSerializer<Double> {

        Doubles(Class<Double> type) {
            super(type);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            double size = Math.abs(value);
            if (size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) || !Double.isFinite(value)) {
                json.writeNumber(value.doubleValue());
            } else {
                json.writeNumber(BigDecimal.valueOf(value).stripTrailingZeros());
            }
        }
    }
}
