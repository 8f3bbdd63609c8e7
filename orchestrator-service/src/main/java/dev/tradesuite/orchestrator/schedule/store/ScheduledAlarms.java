package dev.tradesuite.orchestrator.schedule.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.tradesuite.orchestrator.schedule.Alarms;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Alarms as rows of db-scheduler, written within the transaction of the caller. */
@Component
final class ScheduledAlarms implements Alarms {

    static final String TASK = "portfolio-cycle";

    private final SchedulerClient client;

    ScheduledAlarms(DataSource database) {
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

    private boolean isSet(long portfolioId) {
        return client.getScheduledExecution(id(portfolioId)).isPresent();
    }

    private static TaskInstanceId id(long portfolioId) {
        return TaskInstanceId.of(TASK, Long.toString(portfolioId));
    }
}
