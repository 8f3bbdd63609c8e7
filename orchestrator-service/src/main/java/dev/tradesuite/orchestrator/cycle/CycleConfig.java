package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.orchestrator.cycle.client.CycleReportApi;
import dev.tradesuite.orchestrator.cycle.client.PortfolioDirectoryApi;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.web.service.registry.ImportHttpServices;

/** Cycles of portfolios. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(CycleSettings.class)
@ImportHttpServices(
        group = "ledger",
        types = {PortfolioDirectoryApi.class, CycleReportApi.class})
class CycleConfig {

    /** How long cycles under way may take when the service stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration NEXT_LOOK = Duration.ofMillis(100);
    private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(1);

    @Bean
    KafkaAdmin.NewTopics cycleTopics() {
        return EventTopics.of(Topics.CYCLES_RESULTS);
    }

    @Bean
    CycleOwner cycleOwner() {
        return new CycleOwner("orchestrator-" + Ids.next());
    }

    @Bean
    Leases leases(CycleStore store) {
        return new Leases(store);
    }

    @Bean
    CycleRunner cycleRunner(
            PortfolioDirectory portfolios,
            StrategyControllers controllers,
            CycleStore store,
            Leases leases,
            CycleEvents events,
            UnitOfWork work,
            CycleSettings settings,
            Clock clock) {
        StartPatience patience = new StartPatience(settings.startPatience(), pause(NEXT_ATTEMPT), clock);
        return new CycleRunner(portfolios, controllers, store, leases, events, patience, work, clock);
    }

    @Bean
    CycleWait cycleWait(CycleStore store, CycleSettings settings, Clock clock) {
        return new CycleWait(store, settings.timeout(), pause(NEXT_LOOK), clock);
    }

    @Bean
    CycleRequestService cycleRequestService(
            CycleRunner runner, CycleWait wait, CycleStore store, CycleReports reports, Clock clock) {
        return new CycleRequestService(runner, wait, store, reports, clock);
    }

    @Bean
    RunAll runAll(
            PortfolioDirectory portfolios,
            CycleRunner runner,
            CycleWait wait,
            @Qualifier("stepThreads") ExecutorService threads,
            CycleSettings settings,
            Clock clock) {
        return new RunAll(portfolios, runner, wait, threads, settings.parallel(), clock);
    }

    @Bean
    DueCycles dueCycles(CycleStore store, CycleEvents events, Clock clock) {
        return new DueCycles(store, events, clock);
    }

    @Bean
    StrategyQueues strategyQueues(CycleRunner runner, CycleSettings settings) {
        return new StrategyQueues(runner, settings.parallelPerStrategy(), PATIENCE);
    }

    @Bean
    Sweeper sweeper(
            CycleStore store,
            StrategyQueues queues,
            CycleEvents events,
            UnitOfWork work,
            CycleSettings settings,
            Clock clock) {
        return new Sweeper(store, queues, events, work, settings.pickupAfter(), settings.mostAttempts(), clock);
    }

    private static Runnable pause(Duration length) {
        return () -> LockSupport.parkNanos(length.toNanos());
    }

    /** At fixed rates, because those run on threads of their own: a lease must not wait for a sweep. */
    @Bean
    SchedulingConfigurer cycleHousekeeping(
            Leases leases, Sweeper sweeper, CycleStore cycles, CycleSettings settings, Clock clock) {
        return tasks -> {
            tasks.addFixedRateTask(leases::renew, settings.renewal());
            tasks.addFixedRateTask(sweeper::sweep, settings.sweep());
            tasks.addFixedRateTask(new FixedRateTask(
                    () -> cycles.forget(clock.instant().minus(settings.keep())),
                    Duration.ofHours(1),
                    Duration.ofMinutes(1)));
        };
    }
}
