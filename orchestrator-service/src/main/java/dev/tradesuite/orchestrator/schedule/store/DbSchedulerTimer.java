package dev.tradesuite.orchestrator.schedule.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.orchestrator.cycle.CycleOwner;
import dev.tradesuite.orchestrator.schedule.DueHandler;
import dev.tradesuite.orchestrator.schedule.ScheduleSettings;
import dev.tradesuite.orchestrator.schedule.ScheduleTimer;
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
 * Due times as rows of db-scheduler, which gives each of them to one instance, and to another when that one dies.
 *
 * <p>An instance that has one says every {@code heartbeat} that it lives; after four it is taken for dead. Should it
 * only have been frozen, a portfolio is due twice at the same time, which is the same cycle.
 */
public final class DbSchedulerTimer implements ScheduleTimer, SmartLifecycle {

    static final String TASK = "portfolio-cycle";
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 8;

    private final DataSource database;
    private final DueHandler handler;
    private final CycleOwner owner;
    private final ScheduleSettings settings;
    private final List<RecurringTask<?>> recurring;
    private final Clock clock;
    private final SchedulerClient client;

    private volatile @Nullable Scheduler scheduler;

    /** @param recurring what else is done again and again, by one instance at a time */
    public DbSchedulerTimer(
            DataSource database,
            DueHandler handler,
            CycleOwner owner,
            ScheduleSettings settings,
            List<RecurringTask<?>> recurring,
            Clock clock) {
        this.database = database;
        this.handler = handler;
        this.owner = owner;
        this.settings = settings;
        this.recurring = List.copyOf(recurring);
        this.clock = clock;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    @Override
    public void set(long portfolioId, Instant due) {
        if (isSet(portfolioId)) {
            client.reschedule(id(portfolioId), due);
        } else {
            setIfAbsent(portfolioId, due);
        }
    }

    @Override
    public void setIfAbsent(long portfolioId, Instant due) {
        client.scheduleIfNotExists(new TaskInstance<Void>(TASK, Long.toString(portfolioId)), due);
    }

    @Override
    public void clear(long portfolioId) {
        if (isSet(portfolioId)) {
            client.cancel(id(portfolioId));
        }
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        Scheduler starting = new SchedulerBuilder(database, List.of(task()))
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(owner.name()))
                .clock(clock::instant)
                .threads(THREADS)
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
                .onFailureReschedule(FixedDelay.of(settings.poll()))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    Optional<Instant> next = handler.due(
                            Long.parseLong(task.getId()), context.getExecution().getExecutionTime());
                    return (complete, operations) ->
                            next.ifPresentOrElse(due -> operations.reschedule(complete, due), operations::remove);
                });
    }

    private boolean isSet(long portfolioId) {
        return client.getScheduledExecution(id(portfolioId)).isPresent();
    }

    private static TaskInstanceId id(long portfolioId) {
        return TaskInstanceId.of(TASK, Long.toString(portfolioId));
    }
}
