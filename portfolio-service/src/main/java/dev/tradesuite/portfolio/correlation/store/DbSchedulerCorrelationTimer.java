package dev.tradesuite.portfolio.correlation.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.portfolio.correlation.CorrelationDue;
import dev.tradesuite.portfolio.correlation.StrategyCorrelationSettings;
import dev.tradesuite.support.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The time of the next look as a row of db-scheduler, which gives it to one instance, and to another when that one
 * dies. Its table is its own: a scheduler takes every row that is due, also one whose task it does not know.
 */
public final class DbSchedulerCorrelationTimer implements SmartLifecycle {

    private static final String TABLE = "correlation_schedule";
    private static final String TASK = "correlation-refresh";
    private static final String ONLY = "all";
    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource database;
    private final CorrelationDue due;
    private final StrategyCorrelationSettings.Refresh settings;
    private final Clock clock;

    private volatile @Nullable Scheduler scheduler;

    public DbSchedulerCorrelationTimer(
            DataSource database, CorrelationDue due, StrategyCorrelationSettings.Refresh settings, Clock clock) {
        this.database = database;
        this.due = due;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        SchedulerClient.Builder.create(database)
                .tableName(TABLE)
                .build()
                .scheduleIfNotExists(new TaskInstance<Void>(TASK, ONLY), next());
        Scheduler starting = new SchedulerBuilder(database, List.of(task()))
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed("portfolio-" + Ids.next()))
                .clock(clock::instant)
                .threads(1)
                .pollingInterval(settings.poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
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
                .onFailureReschedule(FixedDelay.of(settings.look()))
                .onDeadExecutionRevive()
                .execute((_, _) -> {
                    var _ = due.look();
                    return (complete, operations) -> operations.reschedule(complete, next());
                });
    }

    private Instant next() {
        return clock.instant().plus(settings.look());
    }
}
