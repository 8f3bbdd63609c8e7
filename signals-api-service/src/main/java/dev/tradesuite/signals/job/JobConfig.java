package dev.tradesuite.signals.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.tradesuite.signals.book.BookStore;
import dev.tradesuite.signals.book.SeriesBooks;
import dev.tradesuite.signals.book.SignalHistory;
import dev.tradesuite.signals.job.store.DbSchedulerJobTimer;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts backfills and backtests together. */
@Configuration(proxyBeanMethods = false)
class JobConfig {

    @Bean
    JobRunner jobRunner(
            JobStore jobs,
            BookStore store,
            SeriesBooks books,
            SignalHistory history,
            UnitOfWork work,
            JobSettings settings,
            Clock clock) {
        return new JobRunner(jobs, store, books, history, work, settings, clock);
    }

    @Bean
    DbSchedulerJobTimer jobTimer(
            DataSource database,
            JobRunner runner,
            List<RecurringTask<?>> recurring,
            JobSettings settings,
            Clock clock) {
        return new DbSchedulerJobTimer(database, runner, recurring, settings, clock);
    }

    @Bean
    JobService jobService(JobStore jobs, JobTimer timer, BookStore books, UnitOfWork work, Clock clock) {
        return new JobService(jobs, timer, books, work, clock);
    }

    @Bean
    HourlyTask jobRetention(JobStore jobs, JobSettings settings, Clock clock) {
        return new HourlyTask(
                "job-retention", () -> jobs.forgetEndedBefore(clock.instant().minus(settings.keep())));
    }
}
