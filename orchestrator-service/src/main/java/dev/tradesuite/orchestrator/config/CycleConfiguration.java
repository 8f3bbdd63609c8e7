package dev.tradesuite.orchestrator.config;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.orchestrator.cycle.Controllers;
import dev.tradesuite.orchestrator.cycle.CycleEvents;
import dev.tradesuite.orchestrator.cycle.CycleRunner;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.Dispatcher;
import dev.tradesuite.orchestrator.cycle.DueCycles;
import dev.tradesuite.orchestrator.cycle.Leases;
import dev.tradesuite.orchestrator.cycle.Portfolios;
import dev.tradesuite.orchestrator.cycle.RunAll;
import dev.tradesuite.orchestrator.cycle.Sweeper;
import dev.tradesuite.orchestrator.cycle.client.HttpControllers;
import dev.tradesuite.orchestrator.cycle.client.PortfoliosApi;
import dev.tradesuite.orchestrator.cycle.store.JdbcCycleStore;
import dev.tradesuite.orchestrator.cycle.wire.CycleMeters;
import dev.tradesuite.orchestrator.cycle.wire.CycleWriter;
import dev.tradesuite.orchestrator.schedule.Alarms;
import dev.tradesuite.orchestrator.schedule.PlanDesk;
import dev.tradesuite.orchestrator.schedule.Plans;
import dev.tradesuite.orchestrator.schedule.Ticks;
import dev.tradesuite.orchestrator.schedule.store.AlarmClock;
import dev.tradesuite.orchestrator.schedule.wire.Timetables;
import dev.tradesuite.orchestrator.strategy.StatusBoard;
import dev.tradesuite.orchestrator.strategy.client.HttpProbe;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.client.ServiceClients;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.support.strategy.StrategyAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Cycles of portfolios, their schedule and the strategies they run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CycleSettings.class)
@ImportHttpServices(group = "ledger", types = PortfoliosApi.class)
class CycleConfiguration {

    /** How long cycles under way may take when the service stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Names this instance among all that share the database. */
    private final String owner = "orchestrator-" + Ids.next();

    @Bean
    KafkaAdmin.NewTopics cycleTopics() {
        return EventTopics.of(Topics.CYCLES_REQUESTS, Topics.CYCLES_RESULTS);
    }

    @Bean
    StatusBoard statusBoard(
            StrategyAddresses addresses,
            ServiceClients clients,
            @Qualifier("stepThreads") ExecutorService threads,
            CycleSettings settings) {
        return new StatusBoard(
                addresses, new HttpProbe(addresses, clients, settings.probeLimit()), threads, settings.probeLimit());
    }

    // Cycles

    @Bean
    CycleStore cycleStore(JdbcClient jdbc, CycleSettings settings) {
        return new JdbcCycleStore(jdbc, owner, settings.lease());
    }

    @Bean
    Controllers controllers(
            StrategyAddresses addresses, ServiceClients clients, CycleSettings settings, JsonMapper json) {
        return new HttpControllers(addresses, clients, settings.timeout(), json);
    }

    @Bean
    CycleMeters cycleMeters(MeterRegistry meters) {
        return new CycleMeters(meters);
    }

    @Bean
    CycleWriter cycleWriter(JsonMapper json) {
        return new CycleWriter(json);
    }

    @Bean
    Leases leases(CycleStore store) {
        return new Leases(store);
    }

    @Bean
    CycleRunner cycleRunner(
            Portfolios portfolios,
            Controllers controllers,
            CycleStore store,
            Leases leases,
            CycleEvents events,
            UnitOfWork work,
            Clock clock) {
        return new CycleRunner(portfolios, controllers, store, leases, events, work, clock);
    }

    @Bean
    RunAll runAll(
            Portfolios portfolios,
            CycleRunner runner,
            @Qualifier("stepThreads") ExecutorService threads,
            CycleSettings settings,
            Clock clock) {
        return new RunAll(portfolios, runner, threads, settings.parallel(), clock);
    }

    @Bean
    Dispatcher dispatcher(CycleRunner runner, CycleSettings settings) {
        return new Dispatcher(runner, settings.parallelPerStrategy(), PATIENCE);
    }

    @Bean
    Sweeper sweeper(
            CycleStore store,
            Dispatcher dispatcher,
            CycleEvents events,
            UnitOfWork work,
            CycleSettings settings,
            Clock clock) {
        return new Sweeper(store, dispatcher, events, work, settings.pickupAfter(), settings.mostAttempts(), clock);
    }

    // Schedule

    @Bean
    DueCycles dueCycles(CycleStore store, CycleEvents events, Clock clock) {
        return new DueCycles(store, events, clock);
    }

    @Bean
    PlanDesk planDesk(Portfolios portfolios, Plans plans, Alarms alarms, UnitOfWork work, Clock clock) {
        return new PlanDesk(portfolios, plans, alarms, Timetables::read, work, clock);
    }

    @Bean
    Ticks ticks(Plans plans, DueCycles cycles, UnitOfWork work, Clock clock) {
        return new Ticks(plans, cycles, Timetables::read, work, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "suite.orchestrator.cycles.schedule.enabled", matchIfMissing = true)
    AlarmClock alarmClock(DataSource database, Ticks ticks, CycleSettings settings, Clock clock) {
        return new AlarmClock(
                database,
                ticks,
                owner,
                settings.schedule().poll(),
                settings.schedule().heartbeat(),
                clock);
    }
}
