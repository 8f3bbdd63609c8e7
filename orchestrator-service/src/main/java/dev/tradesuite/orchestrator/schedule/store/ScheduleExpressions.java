package dev.tradesuite.orchestrator.schedule.store;

import dev.tradesuite.orchestrator.schedule.IntervalView;
import dev.tradesuite.orchestrator.schedule.ScheduleView;
import dev.tradesuite.support.schedule.ScheduleExpression;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a portfolio says about its schedule. */
public final class ScheduleExpressions {

    private ScheduleExpressions() {}

    /** As {@link ScheduleView.Reader#read}. */
    public static ScheduleView read(String schedule) {
        return switch (ScheduleExpression.read(schedule)) {
            case ScheduleExpression.Interval(var every) -> new IntervalView(every);
            case ScheduleExpression.Cron cron -> new CronView(cron);
        };
    }

    /** Due when the expression says so. */
    private record CronView(ScheduleExpression.Cron cron) implements ScheduleView {

        @Override
        public Optional<Instant> first(@Nullable Instant lastDue, Instant now) {
            return cron.next(now);
        }

        @Override
        public Optional<Instant> after(Instant due, Instant now) {
            return cron.next(due.isAfter(now) ? due : now);
        }
    }
}
