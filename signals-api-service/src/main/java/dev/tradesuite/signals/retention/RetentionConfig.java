package dev.tradesuite.signals.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has one of the instances remove what is old, once a day. */
@Configuration(proxyBeanMethods = false)
class RetentionConfig {

    /** When most markets are quiet; after a night without the service, as soon as it runs again. */
    private static final LocalTime AT = LocalTime.of(3, 20);

    @Bean
    ModelRetention modelRetention(RetentionStore store, RetentionSettings settings, Clock clock) {
        return new ModelRetention(store, new ModelRetention.Kept(settings.backtests(), settings.points()), clock);
    }

    @Bean
    RecurringTask<Void> retentionTask(ModelRetention retention) {
        return Tasks.recurring("model-retention", Schedules.daily(ZoneOffset.UTC, AT))
                .execute((_, context) ->
                        retention.remove(() -> context.getSchedulerState().isShuttingDown()));
    }
}
