package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with fields that are fine each on its own. */
final class FieldFaults {

    private final List<FieldError> faults = new ArrayList<>();

    /** A field nothing would look at. */
    void unused(String field, @Nullable Object stated, String by) {
        if (stated != null) {
            faults.add(new FieldError(field, "NOT_USED", "%s does not use it; leave it out".formatted(by), null));
        }
    }

    /** A field that is needed. */
    void required(String field, @Nullable Object stated, String by) {
        if (stated == null) {
            faults.add(new FieldError(field, "REQUIRED", "is required by " + by, null));
        }
    }

    void add(String field, String code, String message) {
        faults.add(new FieldError(field, code, message, null));
    }

    /** VALIDATION_FAILED when there is any. */
    void raise() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** The name of a constant in JSON. */
    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
