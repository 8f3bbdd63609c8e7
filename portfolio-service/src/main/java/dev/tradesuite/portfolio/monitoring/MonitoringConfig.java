package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.monitoring.client.AccountStatesApi;
import dev.tradesuite.portfolio.monitoring.client.InstrumentHistoryApi;
import dev.tradesuite.portfolio.monitoring.client.WatchedBooksApi;
import dev.tradesuite.support.schedule.RepeatedTask;
import dev.tradesuite.support.store.UnitOfWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Puts the monitoring together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringSettings.class)
@ImportHttpServices(group = "brain", types = InstrumentHistoryApi.class)
@ImportHttpServices(group = "ledger", types = WatchedBooksApi.class)
@ImportHttpServices(group = "risk", types = AccountStatesApi.class)
class MonitoringConfig {

    @Bean
    LiveMemory liveMemory() {
        return new LiveMemory();
    }

    @Bean
    LiveRiskCalculator liveRiskCalculator(
            InstrumentCatalog catalog, MarketHours hours, LiveMemory memory, MonitoringSettings settings) {
        return new LiveRiskCalculator(catalog, hours, memory, settings.asAges(), settings.asLimits());
    }

    @Bean
    LiveRiskService liveRiskService(
            LiveMemory memory,
            LiveRiskCalculator calculator,
            WatchedBooks books,
            InstrumentHistory history,
            PeakStore peaks,
            Clock clock) {
        return new LiveRiskService(memory, calculator, books, history, peaks, clock);
    }

    @Bean
    TradeImpactService tradeImpactService(
            LiveRiskService risks, LiveMemory memory, InstrumentHistory history, InstrumentCatalog catalog) {
        return new TradeImpactService(risks, memory, history, catalog);
    }

    @Bean
    LimitWatchService limitWatchService(
            LiveRiskService risks,
            BreachStore breaches,
            AccountRestrictionStore restrictions,
            MonitoringEvents events,
            TargetPortfolios targets,
            UnitOfWork work,
            MonitoringSettings settings,
            Clock clock) {
        // An account that is traded without a target is measured, and nobody's to restrict.
        return new LimitWatchService(
                risks,
                new LimitWatchService.Keeping(breaches, restrictions, events),
                work,
                new LimitWatchService.Rules(
                        account ->
                                settings.restrict() && targets.newest(account).isPresent(),
                        settings.tellEvery()),
                clock);
    }

    @Bean
    AccountRestrictionService accountRestrictionService(
            AccountRestrictionStore store, AccountRestrictions accounts, Clock clock) {
        return new AccountRestrictionService(store, accounts, clock);
    }

    /** What other services are asked must not hold up the look at the limits. */
    @Bean
    RepeatedTask accountsOfMonitoring(
            LiveRiskService risks, AccountRestrictionService restrictions, MonitoringSettings settings) {
        return new RepeatedTask(
                "the accounts of the monitoring",
                settings.refresh(),
                List.of(risks::refreshAccounts, restrictions::sendDue),
                settings.enabled());
    }

    @Bean
    RepeatedTask limitsOfMonitoring(
            LiveMemory memory,
            LiveRiskService risks,
            LimitWatchService watch,
            AccountRestrictionService restrictions,
            MonitoringSettings settings) {
        return new RepeatedTask(
                "the limits of the monitoring",
                settings.look(),
                List.of(risks::refreshReturns, () -> watch.lookAtAll(memory), restrictions::sendDue),
                settings.enabled());
    }

    /** Tells what risk-service has not heard yet. The service works all the same, and tries again. */
    @Bean
    HealthIndicator accountRestrictionsHealthIndicator(AccountRestrictionStore store) {
        return () -> {
            AccountRestrictionStore.Waiting waiting = store.waiting();
            Health.Builder health = Health.up().withDetail("waiting", waiting.count());
            waiting.failure().ifPresent(failure -> health.withDetail("failure", failure));
            return health.build();
        };
    }

    @Bean
    MeterBinder accountRestrictionMeters(AccountRestrictionStore store) {
        return registry -> Gauge.builder("suite.portfolio.restrictions.waiting", store, each -> each.waiting()
                        .count())
                .description("Restrictions of accounts that risk-service has not heard of yet")
                .register(registry);
    }
}
