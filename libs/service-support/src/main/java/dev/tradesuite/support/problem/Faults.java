package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.NearestName;
import dev.tradesuite.support.RequestTime;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for what is wrong with a field: a stable code, what was expected, what was found. */
final class Faults {

    static final String REQUIRED = "REQUIRED";
    static final String WRONG_TYPE = "WRONG_TYPE";
    static final String UNKNOWN_VALUE = "UNKNOWN_VALUE";
    static final String NOT_A_NUMBER = "NOT_A_NUMBER";
    static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    static final String REPEATED = "REPEATED";
    static final String CONTROL_CHARACTER = "CONTROL_CHARACTER";

    private static final int LONGEST_REJECTED = 100;

    /** More names than these are no help. */
    private static final int MOST_KNOWN = 30;

    private Faults() {}

    static FieldError required(String field) {
        return new FieldError(field, REQUIRED, "is required", null);
    }

    /** An optional parameter that names no value: it is not for us to say that none was meant. */
    static FieldError blank(String field, String found) {
        return new FieldError(
                field, REQUIRED, "is blank; say a value, or leave it out", found.isEmpty() ? null : found);
    }

    static FieldError wrongType(String field, String expected, @Nullable String found) {
        return new FieldError(field, WRONG_TYPE, "expected " + expected, shortened(found));
    }

    static FieldError unknownValue(String field, Collection<String> allowed, @Nullable String found) {
        return new FieldError(field, UNKNOWN_VALUE, "expected one of " + String.join(", ", allowed), shortened(found));
    }

    static FieldError notFinite(String field, @Nullable String found) {
        return new FieldError(field, NOT_A_NUMBER, "expected a finite number", shortened(found));
    }

    static FieldError outOfRange(String field, String expected, @Nullable String found) {
        return new FieldError(field, OUT_OF_RANGE, expected, shortened(found));
    }

    /** A field or parameter nobody here knows. */
    static FieldError unknown(String path, String name, Collection<String> known) {
        return new FieldError(
                path,
                UNKNOWN_FIELD,
                NearestName.to(name, known)
                        .map("is not known here; did you mean %s?"::formatted)
                        .orElseGet(() -> "is not known here; known: " + listed(known)),
                null);
    }

    static FieldError repeated(String field) {
        return new FieldError(field, REPEATED, "stands more than once; say it once", null);
    }

    static FieldError noBody() {
        return new FieldError("body", UNKNOWN_FIELD, "this request takes no body", null);
    }

    static FieldError controlCharacter(String field, String found) {
        return new FieldError(
                field,
                CONTROL_CHARACTER,
                "expected one line of text without control characters",
                shortened(PlainText.readable(found)));
    }

    static FieldError violation(String field, ConstraintViolation<?> violation) {
        ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
        // A constraint that stands for several rules says in its attribute code which one was broken.
        String code = constraint.getAttributes().get("code") instanceof String stated
                ? stated
                : codeOf(constraint.getAnnotation().annotationType());
        return new FieldError(field, code, violation.getMessage(), text(violation.getInvalidValue()));
    }

    /** What a value of the type looks like to somebody who writes JSON. */
    static String expected(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class
                || type == int.class
                || type == Long.class
                || type == long.class
                || type == Short.class
                || type == short.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getName()) {
            case "java.time.Instant" -> RequestTime.EXPECTED;
            case "java.time.LocalDate" -> "a date such as 2026-01-31";
            case "java.time.Duration" -> "a duration such as PT5M";
            case "java.util.UUID" -> "a UUID";
            default -> type.isEnum() ? "one of " + Arrays.toString(type.getEnumConstants()) : "an object";
        };
    }

    /** At most 100 characters of what was found. */
    static @Nullable String shortened(@Nullable String found) {
        if (found == null || found.length() <= LONGEST_REJECTED) {
            return found;
        }
        return found.substring(0, LONGEST_REJECTED - 3) + "...";
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "none";
        }
        String first = known.stream().sorted().limit(MOST_KNOWN).collect(Collectors.joining(", "));
        return known.size() > MOST_KNOWN ? first + ", ..." : first;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> shortened(decimal.toPlainString());
            case Number number -> shortened(number.toString());
            case CharSequence text -> shortened(text.toString());
            case Boolean truth -> truth.toString();
            case Enum<?> constant -> constant.name();
            // Anything structured would repeat half the request.
            default -> null;
        };
    }

    private static String codeOf(Class<? extends Annotation> constraint) {
        return switch (constraint.getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> REQUIRED;
            case "Positive", "PositiveOrZero", "Negative", "NegativeOrZero", "Min", "Max", "DecimalMin", "DecimalMax" ->
                OUT_OF_RANGE;
            // A service's own constraint: only the owner of the catalogue can tell which symbols there are.
            case "KnownSymbol" -> ProblemCode.UNKNOWN_SYMBOL.name();
            default -> FieldPath.snakeCase(constraint.getSimpleName()).toUpperCase(Locale.ROOT);
        };
    }
}
