package dev.tradesuite.orchestrator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Due at once, and then in equal intervals from there. Missed times are left out, and the rhythm is kept: after a break
 * of 40 minutes a schedule of 15 minutes goes on at the fourth beat, not 15 minutes from now.
 *
 * @param interval positive
 */
public record IntervalView(Duration interval) implements ScheduleView {

    public IntervalView {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("an interval must be positive, was " + interval);
        }
    }

    @Override
    public Optional<Instant> first(@Nullable Instant lastDue, Instant now) {
        if (lastDue == null) {
            return Optional.of(now);
        }
        Instant next = lastDue.plus(interval);
        return Optional.of(next.isBefore(now) ? now : next);
    }

    @Override
    public Optional<Instant> after(Instant due, Instant now) {
        if (due.isAfter(now)) {
            return Optional.of(due.plus(interval));
        }
        long passed = Duration.between(due, now).dividedBy(interval);
        return Optional.of(due.plus(interval.multipliedBy(passed + 1)));
    }
}
