package dev.tradesuite.strategy.parameter;

import dev.tradesuite.contracts.strategy.StrategyInfo.Parameter.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a strategy.
 *
 * @param name key in the configuration of a portfolio
 * @param kind how it is written
 * @param unit such as {@code USD} or {@code probability}
 * @param defaultValue used when a portfolio says nothing
 * @param range values it may have
 * @param meaning what it does, in a sentence
 */
public record Parameter(String name, Kind kind, String unit, BigDecimal defaultValue, Range range, String meaning) {

    /** More decimals than any price or amount has; a longer number is a mistake, or an attack on the reader. */
    private static final int MOST_DECIMALS = 12;

    private static final int SHOWN = 64;

    public Parameter {
        if (!range.holds(defaultValue)) {
            throw new IllegalArgumentException("%s: the default %s is not within %s"
                    .formatted(name, defaultValue.toPlainString(), range.inWords()));
        }
    }

    /** A number with decimals. */
    public static Parameter decimal(String name, String unit, String defaultValue, Range range, String meaning) {
        return new Parameter(name, Kind.DECIMAL, unit, new BigDecimal(defaultValue), range, meaning);
    }

    /** A whole number. */
    public static Parameter integer(String name, String unit, int defaultValue, Range range, String meaning) {
        return new Parameter(name, Kind.INTEGER, unit, BigDecimal.valueOf(defaultValue), range, meaning);
    }

    /** The same parameter with another default. */
    public Parameter withDefault(String value) {
        return new Parameter(name, kind, unit, new BigDecimal(value), range, meaning);
    }

    /** The value as it is shown: a whole number or a decimal. */
    public Object shown(BigDecimal value) {
        return kind == Kind.INTEGER ? (Object) value.intValueExact() : value;
    }

    /** What is wrong with the value; empty when it may be used. */
    Optional<ParameterFault> faultOf(@Nullable Object written) {
        if (!(written instanceof Number number)) {
            return Optional.of(fault("WRONG_TYPE", "expected " + noun(), written));
        }
        Optional<BigDecimal> value = exact(number);
        if (value.isEmpty()) {
            return Optional.of(fault("NOT_A_NUMBER", "expected a finite number", written));
        }
        if (!range.holds(value.get())) {
            return Optional.of(fault("OUT_OF_RANGE", "expected %s, %s".formatted(noun(), range.inWords()), written));
        }
        int decimals = value.get().stripTrailingZeros().scale();
        if (kind == Kind.INTEGER && decimals > 0) {
            return Optional.of(fault("WRONG_TYPE", "expected " + noun(), written));
        }
        if (decimals > MOST_DECIMALS) {
            return Optional.of(fault("OUT_OF_RANGE", "expected at most %d decimals".formatted(MOST_DECIMALS), written));
        }
        return Optional.empty();
    }

    /** The number as a decimal; empty for one that is not finite. */
    static Optional<BigDecimal> exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> Optional.of(decimal);
            case BigInteger integer -> Optional.of(new BigDecimal(integer));
            case Double real -> Double.isFinite(real) ? Optional.of(BigDecimal.valueOf(real)) : Optional.empty();
            case Float real -> Float.isFinite(real) ? Optional.of(new BigDecimal(real.toString())) : Optional.empty();
            default -> Optional.of(BigDecimal.valueOf(number.longValue()));
        };
    }

    private String noun() {
        return kind == Kind.INTEGER ? "a whole number" : "a number";
    }

    private ParameterFault fault(String code, String message, @Nullable Object written) {
        return new ParameterFault(name, code, message, written == null ? null : shortened(String.valueOf(written)));
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
