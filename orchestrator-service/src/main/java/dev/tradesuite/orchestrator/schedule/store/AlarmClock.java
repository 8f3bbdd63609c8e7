package dev.tradesuite.orchestrator.schedule.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.orchestrator.schedule.Ticks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the alarms ring: db-scheduler gives each due time to one instance, and to another when that one dies.
 *
 * <p>An instance that holds an alarm says every {@code heartbeat} that it lives; after four it is taken for dead.
 * Should it only have been frozen, an alarm rings twice for the same due time, which asks for the same cycle.
 */
public final class AlarmClock implements SmartLifecycle {

    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 8;

    private final DataSource database;
    private final Ticks ticks;
    private final String owner;
    private final Duration poll;
    private final Duration heartbeat;
    private final Clock clock;

    private volatile @Nullable Scheduler scheduler;

    /**
     * @param owner name of this instance
     * @param poll how often due times are looked for
     * @param heartbeat how often this instance says that it lives
     */
    public AlarmClock(DataSource database, Ticks ticks, String owner, Duration poll, Duration heartbeat, Clock clock) {
        this.database = database;
        this.ticks = ticks;
        this.owner = owner;
        this.poll = poll;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @Override
    public void start() {
        Scheduler starting = new SchedulerBuilder(database, List.of(task()))
                .schedulerName(new SchedulerName.Fixed(owner))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(poll)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(heartbeat)
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
        return Tasks.custom(ScheduledAlarms.TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(poll))
                .onDeadExecutionRevive()
                .execute((alarm, context) -> {
                    long portfolioId = Long.parseLong(alarm.getId());
                    Instant due = context.getExecution().getExecutionTime();
                    ticks.due(portfolioId, due);
                    return (complete, operations) -> setNext(portfolioId, due, complete, operations);
                });
    }

    private void setNext(
            long portfolioId, Instant due, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Optional<Instant> next = ticks.next(portfolioId, due);
        if (next.isPresent()) {
            operations.reschedule(complete, next.get());
        } else {
            operations.remove();
        }
    }
}
