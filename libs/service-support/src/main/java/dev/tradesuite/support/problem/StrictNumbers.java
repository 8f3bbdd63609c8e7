package dev.tradesuite.support.problem;

import dev.tradesuite.support.RequestTime;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Numbers a request may hold: finite, and of a size that arithmetic on them stays cheap.
 *
 * <p>{@code 1e999999999} is nine bytes of valid JSON and a gigabyte once written plainly.
 */
final class StrictNumbers {

    /** Most digits a decimal may have. */
    static final int MAX_PRECISION = 40;

    /** Most digits before or after the decimal point that an exponent may add. */
    static final int MAX_SCALE = 30;

    /** Decimal places of the smallest amount there is, other than zero: no tick and no lot step is smaller. */
    static final int SMALLEST_AT = 12;

    private StrictNumbers() {}

    /** Jackson module that refuses other numbers, and times that are none, naming the field. */
    static SimpleModule module() {
        return new SimpleModule("strict-numbers")
                .addDeserializer(BigDecimal.class, new Decimals())
                .addDeserializer(Double.class, new Doubles(Double.class))
                .addDeserializer(Double.TYPE, new Doubles(Double.TYPE))
                .addDeserializer(Instant.class, new Times());
    }

    /** The decimal itself, when it has a reasonable size. */
    static BigDecimal reasonable(BigDecimal number) {
        if (number.precision() > MAX_PRECISION || Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new NumberFormatException("more than %d digits".formatted(MAX_PRECISION));
        }
        if (number.signum() != 0 && number.scale() - number.precision() >= SMALLEST_AT) {
            throw new NumberFormatException("smaller than 1e-%d".formatted(SMALLEST_AT));
        }
        return number;
    }

    /** The decimal the text says, when it has a reasonable size. */
    static BigDecimal decimal(String text) {
        return reasonable(new BigDecimal(text.strip()));
    }

    /** The number the text says, when it is finite. */
    static double finite(String text) {
        double number = Double.parseDouble(text.strip());
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not a finite number");
        }
        return number;
    }

    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return (BigDecimal) context.handleUnexpectedToken(getValueType(context), parser);
            }
            if (parser.isNaN()) {
                throw context.weirdNumberException(Double.NaN, BigDecimal.class, "not a finite number");
            }
            try {
                return reasonable(parser.getDecimalValue());
            } catch (NumberFormatException e) {
                throw context.weirdNumberException(0, BigDecimal.class, String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class Times extends StdScalarDeserializer<Instant> {

        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return switch (parser.currentToken()) {
                    case VALUE_STRING -> RequestTime.parse(parser.getString());
                    case VALUE_NUMBER_INT -> RequestTime.of(new BigDecimal(parser.getBigIntegerValue()));
                    case VALUE_NUMBER_FLOAT -> RequestTime.of(parser.getDecimalValue());
                    case null, default -> (Instant) context.handleUnexpectedToken(getValueType(context), parser);
                };
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(
                        String.valueOf(parser.getString()), Instant.class, String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class Doubles extends StdScalarDeserializer<Double> {

        Doubles(Class<?> type) {
            super(type);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return (Double) context.handleUnexpectedToken(getValueType(context), parser);
            }
            double number = parser.getDoubleValue();
            if (!Double.isFinite(number)) {
                throw context.weirdNumberException(number, handledType(), "not a finite number");
            }
            return number;
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            if (handledType().isPrimitive()) {
                if (context.isEnabled(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)) {
                    context.reportInputMismatch(this, "null where a number is needed");
                }
                return 0.0;
            }
            return null;
        }
    }
}
