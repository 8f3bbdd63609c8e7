package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.schedule.ScheduleExpression;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Checks when the cycles of a portfolio are to run. */
final class Schedules {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(366);

    private Schedules() {}

    /** What is wrong with a schedule, if anything is: it must come at all, and not more often than a cycle can run. */
    static Optional<FieldError> faultOf(String schedule, Instant now) {
        ScheduleExpression expression;
        try {
            expression = ScheduleExpression.read(schedule);
        } catch (IllegalArgumentException e) {
            return fault("NOT_VALID", String.valueOf(e.getMessage()), schedule);
        }
        if (expression.next(now).isEmpty()) {
            return fault("NEVER_COMES", "must come some day; no day is one of these", schedule);
        }
        if (expression
                .shortestGap(now)
                .filter(gap -> gap.compareTo(SHORTEST) < 0)
                .isPresent()) {
            return fault("OUT_OF_RANGE", "must not come more often than every 10 s", schedule);
        }
        return expression instanceof ScheduleExpression.Interval(Duration every) && every.compareTo(LONGEST) > 0
                ? fault("OUT_OF_RANGE", "an interval must be from PT10S to P366D", schedule)
                : Optional.empty();
    }

    private static Optional<FieldError> fault(String code, String message, String schedule) {
        return Optional.of(new FieldError("schedule", code, message, schedule));
    }
}
