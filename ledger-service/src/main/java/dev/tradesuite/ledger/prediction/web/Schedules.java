package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.problem.FieldError;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** Reads when the cycles of a portfolio are to run: an interval or a cron expression of six fields. */
final class Schedules {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private Schedules() {}

    /** What is wrong with a schedule, if anything is. */
    static Optional<FieldError> faultOf(String schedule) {
        return schedule.strip().startsWith("P") || schedule.strip().startsWith("-")
                ? faultOfInterval(schedule)
                : faultOfCron(schedule);
    }

    private static Optional<FieldError> faultOfInterval(String schedule) {
        try {
            Duration interval = Duration.parse(schedule);
            return interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0
                    ? fault("OUT_OF_RANGE", "an interval must be from PT1S to P366D", schedule)
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return fault("NOT_VALID", "must be an interval such as PT15M, or a cron expression", schedule);
        }
    }

    private static Optional<FieldError> faultOfCron(String schedule) {
        try {
            CronExpression.parse(schedule);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return fault(
                    "NOT_VALID",
                    "must be an interval such as PT15M, or a cron expression of six fields (second, minute, hour, day"
                            + " of month, month, day of week): "
                            + e.getMessage(),
                    schedule);
        }
    }

    private static Optional<FieldError> fault(String code, String message, String schedule) {
        return Optional.of(new FieldError("schedule", code, message, schedule));
    }
}
