package dev.tradesuite.support.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.support.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Tasks as rows of db-scheduler, which gives each of them to one instance, and to another when that one dies. What was
 * missed because nothing ran is made up for at the next start.
 *
 * <p>Its table is its own: a scheduler takes every row that is due, also one whose task it does not know.
 */
public final class SharedTimer implements SmartLifecycle {

    private static final int MISSED_HEARTBEATS = 4;
    private static final String ONLY = "all";
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final DataSource database;
    private final Place place;
    private final List<SharedTask> tasks;
    private final Clock clock;

    private volatile @Nullable Scheduler scheduler;

    public SharedTimer(DataSource database, Place place, List<SharedTask> tasks, Clock clock) {
        this.database = database;
        this.place = place;
        this.tasks = List.copyOf(tasks);
        this.clock = clock;
    }

    /**
     * Where the rows are, and how often an instance looks at them.
     *
     * @param service whose instances share the tasks
     * @param table of the rows
     * @param enabled whether this instance takes part
     * @param poll how often an instance asks whether it is its turn
     * @param heartbeat how often an instance that is at work says that it lives; after four it is taken for dead
     */
    public record Place(String service, String table, boolean enabled, Duration poll, Duration heartbeat) {}

    @Override
    public boolean isAutoStartup() {
        return place.enabled();
    }

    @Override
    public void start() {
        SchedulerClient rows = SchedulerClient.Builder.create(database)
                .tableName(place.table())
                .build();
        tasks.forEach(task -> rows.scheduleIfNotExists(
                new TaskInstance<Void>(task.name(), ONLY), task.next().get()));
        List<Task<?>> known = new ArrayList<>();
        tasks.forEach(task -> known.add(custom(task)));
        Scheduler starting = new SchedulerBuilder(database, known)
                .tableName(place.table())
                .schedulerName(new SchedulerName.Fixed(place.service() + "-" + Ids.next()))
                .clock(clock::instant)
                .threads(tasks.size())
                .pollingInterval(place.poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(place.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(GOODBYE)
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

    private static CustomTask<Void> custom(SharedTask task) {
        return Tasks.custom(task.name(), Void.class)
                .onFailureReschedule(FixedDelay.of(task.retry()))
                .onDeadExecutionRevive()
                .execute((_, _) -> {
                    Instant next = task.work().get();
                    return (complete, operations) -> operations.reschedule(complete, next);
                });
    }
}
