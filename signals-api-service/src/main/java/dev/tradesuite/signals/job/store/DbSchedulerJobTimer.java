package dev.tradesuite.signals.job.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.signals.job.JobPartKey;
import dev.tradesuite.signals.job.JobRunner;
import dev.tradesuite.signals.job.JobSettings;
import dev.tradesuite.signals.job.JobTimer;
import dev.tradesuite.support.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Parts of jobs as rows of db-scheduler, which gives each of them to one instance, and to another when that one dies.
 *
 * <p>An instance that has one says every {@code heartbeat} that it lives; after four it is taken for dead. Should it
 * only have been frozen, the fence of the part keeps it from writing.
 */
public final class DbSchedulerJobTimer implements JobTimer, SmartLifecycle {

    private static final String TASK = "model-job";
    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource database;
    private final JobRunner runner;
    private final List<RecurringTask<?>> recurring;
    private final JobSettings settings;
    private final Clock clock;
    private final SchedulerClient client;

    private volatile @Nullable Scheduler scheduler;

    /** @param recurring what else one of the instances does at its times */
    public DbSchedulerJobTimer(
            DataSource database,
            JobRunner runner,
            List<RecurringTask<?>> recurring,
            JobSettings settings,
            Clock clock) {
        this.database = database;
        this.runner = runner;
        this.recurring = List.copyOf(recurring);
        this.settings = settings;
        this.clock = clock;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    @Override
    public void set(JobPartKey key, Instant due) {
        client.scheduleIfNotExists(new TaskInstance<Void>(TASK, key.text()), due);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        runner.resume();
        Scheduler starting = new SchedulerBuilder(database, List.of(task()))
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed("signals-api-" + Ids.next()))
                .clock(clock::instant)
                .threads(settings.parallel())
                .pollingInterval(settings.poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        starting.start();
        scheduler = starting;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        runner.stop();
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
                .onFailureReschedule(FixedDelay.of(settings.retry()))
                .onDeadExecutionRevive()
                .execute((task, _) -> {
                    Optional<Instant> next = runner.run(JobPartKey.of(task.getId()));
                    return (complete, operations) ->
                            next.ifPresentOrElse(due -> operations.reschedule(complete, due), operations::remove);
                });
    }
}
