package dev.tradesuite.orchestrator.schedule.store;

import dev.tradesuite.orchestrator.schedule.IntervalView;
import dev.tradesuite.orchestrator.schedule.ScheduleView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** Reads what a portfolio says about its schedule. */
public final class ScheduleExpressions {

    private ScheduleExpressions() {}

    /** As {@link ScheduleView.Reader#read}. */
    public static ScheduleView read(String schedule) {
        String text = schedule.strip();
        if (!text.startsWith("P")) {
            return new CronView(CronExpression.parse(text));
        }
        try {
            return new IntervalView(Duration.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an interval: " + schedule, e);
        }
    }

    /** Due when the expression says so, UTC. */
    private record CronView(CronExpression expression) implements ScheduleView {

        @Override
        public Optional<Instant> first(@Nullable Instant lastDue, Instant now) {
            return next(now);
        }

        @Override
        public Optional<Instant> after(Instant due, Instant now) {
            return next(due.isAfter(now) ? due : now);
        }

        private Optional<Instant> next(Instant from) {
            return Optional.ofNullable(expression.next(from.atZone(ZoneOffset.UTC)))
                    .map(ZonedDateTime::toInstant);
        }
    }
}
