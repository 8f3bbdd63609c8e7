package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.activity.client.ControllerStatesApi;
import dev.tradesuite.signals.activity.client.FeedStatesApi;
import dev.tradesuite.signals.activity.client.HeadroomApi;
import dev.tradesuite.signals.activity.messaging.ActivityMapper;
import dev.tradesuite.signals.job.JobStore;
import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.signals.stream.StrategyBooks;
import dev.tradesuite.support.event.Inbox;
import dev.tradesuite.support.schedule.RepeatedTask;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Puts activity and notifications together. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "brain", types = FeedStatesApi.class)
@ImportHttpServices(group = "orchestrator", types = ControllerStatesApi.class)
@ImportHttpServices(group = "risk", types = HeadroomApi.class)
class ActivityConfig {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);

    @Bean
    ActivityReachService activityReachService(StrategyBooks strategies, AudienceService audiences) {
        return new ActivityReachService(strategies, audiences);
    }

    @Bean
    ActivityMapper activityMapper(Inbox inbox, ActivityReachService reaches) {
        return new ActivityMapper(inbox, reaches);
    }

    @Bean
    ActivityService activityService(
            ActivityStore store,
            ActivityEvents events,
            ActivityReachService reaches,
            UnitOfWork work,
            ActivitySettings settings,
            Clock clock) {
        return new ActivityService(
                store,
                events,
                reaches,
                work,
                new ActivityService.Rules(
                        settings.topics(), settings.notifyWithin(), settings.keep(), settings.keepDecisions()),
                clock);
    }

    @Bean
    WatchService watchService(
            WatchedSuite suite,
            JobStore jobs,
            WatchStore store,
            ActivityService activities,
            UnitOfWork work,
            ActivitySettings settings,
            Clock clock) {
        return new WatchService(
                suite,
                jobs,
                store,
                activities,
                work,
                new WatchService.Limits(settings.limitUse(), settings.feedBarsMissing()),
                clock);
    }

    @Bean
    RepeatedTask watchOfActivity(WatchService watch, ActivitySettings settings) {
        return new RepeatedTask(
                "the look after feeds, controllers, limits and jobs",
                settings.look(),
                List.of(watch::lookAtJobs, watch::lookAtLimits, watch::lookAtFeeds, watch::lookAtControllers),
                settings.enabled());
    }

    @Bean
    RepeatedTask progressOfJobs(JobStore jobs, JobNews news, Clock clock) {
        JobProgressService progress = new JobProgressService(jobs, news, clock);
        return new RepeatedTask("the progress of jobs", PROGRESS_EVERY, List.of(progress::look));
    }

    @Bean
    HourlyTask activityRetention(ActivityService activities) {
        return new HourlyTask("activity-retention", activities::removeOld);
    }
}
