package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time that a list is asked for. */
final class OpenedPeriod {

    private OpenedPeriod() {}

    /**
     * Refuses a time that ends before it begins.
     *
     * @throws ProblemException when it does
     */
    static void check(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw ProblemException.invalid(
                    List.of(new FieldError("from", "OUT_OF_RANGE", "must not be after to", from.toString())));
        }
    }
}
