package dev.tradesuite.portfolio.returns.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.portfolio.returns.ReturnRefreshService;
import dev.tradesuite.support.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Asks for returns once a day, whichever instance gets to it; and again sooner when something went wrong. A day that
 * was missed because nothing ran is made up for at the next start.
 */
public final class DbSchedulerReturnTimer implements SmartLifecycle {

    private static final String TASK = "daily-returns";
    private static final String TABLE = "return_schedule";

    private final DataSource database;
    private final ReturnRefreshService refresh;
    private final Times times;
    private final Clock clock;

    private volatile @Nullable Scheduler scheduler;

    public DbSchedulerReturnTimer(DataSource database, ReturnRefreshService refresh, Times times, Clock clock) {
        this.database = database;
        this.refresh = refresh;
        this.times = times;
        this.clock = clock;
    }

    /**
     * When it asks.
     *
     * @param at time of day, UTC
     * @param retry until the next attempt after one that failed for any strategy
     * @param poll how often it looks whether it is time
     */
    public record Times(LocalTime at, Duration retry, Duration poll) {}

    @Override
    public void start() {
        Scheduler starting = new SchedulerBuilder(database, List.of(task()))
                .schedulerName(new SchedulerName.Fixed("portfolio-" + Ids.next()))
                .tableName(TABLE)
                .clock(clock::instant)
                .threads(1)
                .pollingInterval(times.poll())
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        starting.scheduleIfNotExists(new TaskInstance<Void>(TASK, "all"), next(clock.instant()));
        starting.start();
        scheduler = starting;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(times.retry()))
                .onDeadExecutionRevive()
                .execute((_, _) -> {
                    boolean allWell = refresh.refreshAll();
                    Instant now = clock.instant();
                    Instant due = allWell ? next(now) : earlier(now.plus(times.retry()), next(now));
                    return (complete, operations) -> operations.reschedule(complete, due);
                });
    }

    private Instant next(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant of = today.atTime(times.at()).toInstant(ZoneOffset.UTC);
        return of.isAfter(now) ? of : today.plusDays(1).atTime(times.at()).toInstant(ZoneOffset.UTC);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
