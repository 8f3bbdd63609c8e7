package dev.tradesuite.brain.signal.web;

import jakarta.validation.ConstraintValidatorContext;

/** Collects faults of candles under the fields they are in, the first hundred of them. */
final class CandleFaults {

    private static final int REPORTED = 100;

    private final ConstraintValidatorContext context;
    private int count;

    CandleFaults(ConstraintValidatorContext context) {
        this.context = context;
        context.disableDefaultConstraintViolation();
    }

    void add(int index, String field, String message) {
        count++;
        if (count <= REPORTED) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode("candles")
                    .addPropertyNode(field)
                    .inIterable()
                    .atIndex(index)
                    .addConstraintViolation();
        }
    }

    boolean none() {
        return count == 0;
    }
}
