package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads stretches of time. */
public final class RangeMapper {

    private RangeMapper() {}

    /**
     * Asks for a beginning that is not after the end.
     *
     * @throws ProblemException when it is
     */
    public static void requireOrder(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw ProblemException.invalid(
                    List.of(new FieldError("from", "OUT_OF_RANGE", "must not be after to", from.toString())));
        }
    }
}
