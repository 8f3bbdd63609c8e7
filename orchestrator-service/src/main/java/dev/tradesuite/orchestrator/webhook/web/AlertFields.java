package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.orchestrator.webhook.AlertValues;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one alert as they are written, and what is wrong with them. */
final class AlertFields {

    private final Map<String, String> values;
    private final List<FieldError> faults = new ArrayList<>();

    AlertFields(Map<String, String> values) {
        this.values = values;
    }

    /** Notes every field that is not known as a fault. */
    void refuseUnknown() {
        values.forEach((name, value) -> {
            if (AlertField.named(name).isEmpty()) {
                faults.add(new FieldError(
                        name,
                        "UNKNOWN_FIELD",
                        "is not a field of an alert; what instructs nothing may stand in comment",
                        shortened(value)));
            }
        });
    }

    /** What a field says; null when it is not there, or stands under two names with two values. */
    @Nullable
    String text(AlertField field) {
        List<String> found = field.names().stream()
                .map(values::get)
                .filter(value -> value != null && !value.isBlank())
                .distinct()
                .toList();
        if (found.size() > 1) {
            String message = "stands under several of its names %s with different values".formatted(field.names());
            if (faults.stream().noneMatch(fault -> message.equals(fault.message()))) {
                fault(field, "CONTRADICTION", message, found.getLast());
            }
            return null;
        }
        return found.isEmpty() ? field == AlertField.PRICE ? text(AlertField.CLOSE) : null : found.getFirst();
    }

    <T> @Nullable T required(AlertField field, Function<String, T> read) {
        int before = faults.size();
        if (text(field) == null) {
            if (faults.size() == before) {
                fault(field, "REQUIRED", "is required", null);
            }
            return null;
        }
        return optional(field, read);
    }

    <T> @Nullable T optional(AlertField field, Function<String, T> read) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            fault(field, "NOT_VALID", String.valueOf(e.getMessage()), shortened(text));
            return null;
        }
    }

    /** A size. */
    @Nullable
    BigDecimal positive(AlertField field) {
        return optional(field, text -> {
            BigDecimal number = AlertValues.number(text);
            if (number.signum() <= 0) {
                throw new IllegalArgumentException("expected a size above 0");
            }
            return number;
        });
    }

    void fault(AlertField field, String code, String message, @Nullable String found) {
        faults.add(new FieldError(field.label(), code, message, found));
    }

    int faultCount() {
        return faults.size();
    }

    void throwFaults() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /**
     * Hash of what the alert says: the same for alerts that differ in white space, case, the order of their fields, the
     * form of their numbers, or in what instructs nothing.
     */
    String key() {
        TreeMap<AlertField, String> said = new TreeMap<>();
        values.forEach((name, value) -> AlertField.named(name)
                .filter(field -> field != AlertField.DESCRIPTION && !value.isBlank())
                .ifPresent(field -> said.put(field, field == AlertField.ID ? value.strip() : normalised(value))));
        return Sha256.hex(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String normalised(String value) {
        String text = value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        try {
            return AlertValues.number(text).stripTrailingZeros().toPlainString();
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
