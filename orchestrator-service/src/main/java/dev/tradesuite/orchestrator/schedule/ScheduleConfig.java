package dev.tradesuite.orchestrator.schedule;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.tradesuite.orchestrator.cycle.CycleOwner;
import dev.tradesuite.orchestrator.cycle.DueCycles;
import dev.tradesuite.orchestrator.cycle.PortfolioDirectory;
import dev.tradesuite.orchestrator.cycle.StrategyQueues;
import dev.tradesuite.orchestrator.schedule.store.DbSchedulerTimer;
import dev.tradesuite.orchestrator.schedule.store.ScheduleExpressions;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Schedules of portfolios. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ScheduleSettings.class)
class ScheduleConfig {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleConfig.class);

    @Bean
    ScheduleService scheduleService(
            PortfolioDirectory portfolios,
            PortfolioSchedules schedules,
            ScheduleTimer timer,
            UnitOfWork work,
            Clock clock) {
        return new ScheduleService(portfolios, schedules, timer, ScheduleExpressions::read, work, clock);
    }

    @Bean
    DueHandler dueHandler(
            PortfolioSchedules schedules, DueCycles cycles, StrategyQueues queues, UnitOfWork work, Clock clock) {
        return new DueHandler(schedules, cycles, queues, ScheduleExpressions::read, work, clock);
    }

    @Bean
    DbSchedulerTimer scheduleTimer(
            DataSource database,
            DueHandler handler,
            CycleOwner owner,
            ScheduleSettings settings,
            ObjectProvider<RecurringTask<?>> recurring,
            Clock clock) {
        return new DbSchedulerTimer(
                database, handler, owner, settings, recurring.orderedStream().toList(), clock);
    }

    /** At a fixed rate, because that runs on a thread of its own. */
    @Bean
    SchedulingConfigurer scheduleSync(ScheduleService schedules, ScheduleSettings settings) {
        return tasks -> tasks.addFixedRateTask(() -> sync(schedules), settings.sync());
    }

    private static void sync(ScheduleService schedules) {
        try {
            schedules.learnAll();
        } catch (ServiceUnavailableException e) {
            LOG.info("The schedules are not compared with the portfolios for now: {}", e.getMessage());
        }
    }
}
