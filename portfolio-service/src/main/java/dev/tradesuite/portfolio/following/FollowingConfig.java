package dev.tradesuite.portfolio.following;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.portfolio.following.client.FollowOrdersApi;
import dev.tradesuite.portfolio.following.client.StrategyHoldingsApi;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes what follows the models. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(FollowingSettings.class)
@ImportHttpServices(group = "orchestrator", types = FollowOrdersApi.class)
@ImportHttpServices(group = "ledger", types = StrategyHoldingsApi.class)
class FollowingConfig {

    /** One virtual thread for each follower that has something to do. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService followThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("follow-", 0).factory());
    }

    @Bean
    FollowGate followGate() {
        return new FollowGate();
    }

    @Bean
    FollowingMeter followingMeter(MeterRegistry meters) {
        Timer answers = Timer.builder("suite.following.answer")
                .description("Time from the close of a bar to the answer to the order that follows it")
                .publishPercentileHistogram()
                .register(meters);
        return answers::record;
    }

    @Bean
    FollowPlan followPlan(Followers followers, InstrumentCatalog catalog, Clock clock) {
        return new FollowPlan(followers, catalog, clock);
    }

    @Bean
    FollowWork.Parts followParts(
            FollowingStore store, FollowOrders orders, StrategyHoldings holdings, FollowPlan plan, FollowGate gate) {
        return new FollowWork.Parts(store, orders, holdings, plan, gate);
    }

    @Bean
    FollowWork followWork(
            FollowWork.Parts parts,
            FollowingEvents events,
            FollowingMeter meter,
            UnitOfWork work,
            FollowingSettings settings,
            Clock clock) {
        return new FollowWork(
                parts, events, meter, work, new FollowWork.Times(settings.lease(), settings.retry(), clock));
    }

    @Bean
    FollowingService followingService(
            Followers followers,
            FollowingStore store,
            FollowingEvents events,
            FollowWork doing,
            UnitOfWork work,
            ExecutorService followThreads,
            Clock clock) {
        return new FollowingService(followers, store, events, doing, work, followThreads, clock);
    }

    @Bean
    FollowSweep.Parts followSweepParts(
            FollowingStore store, Followers followers, StrategyHoldings holdings, FollowGate gate, FollowWork doing) {
        return new FollowSweep.Parts(store, followers, holdings, gate, doing);
    }

    @Bean
    FollowSweep followSweep(
            FollowSweep.Parts parts,
            UnitOfWork work,
            ExecutorService followThreads,
            FollowingSettings settings,
            Clock clock) {
        return new FollowSweep(parts, work, followThreads, settings.resize(), clock);
    }

    @Bean
    FollowingReader followingReader(FollowingStore store, Followers followers, StrategyHoldings holdings) {
        return new FollowingReader(store, followers, holdings);
    }

    /** Every instance looks; a step is taken by one of them. */
    @Bean
    SchedulingConfigurer followTasks(FollowSweep sweep, FollowingSettings settings) {
        return tasks -> tasks.addFixedRateTask(new FixedRateTask(sweep::sweep, settings.sweep(), settings.sweep()));
    }

    @Bean
    HourlyTask followingRetention(FollowingStore store, FollowingSettings settings, Clock clock) {
        return new HourlyTask(
                "following-retention", () -> store.forgetBefore(clock.instant().minus(settings.keep())));
    }
}
