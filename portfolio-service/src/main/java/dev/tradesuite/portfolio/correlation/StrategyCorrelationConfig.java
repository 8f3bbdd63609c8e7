package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.correlation.store.MemoryCorrelationCache;
import dev.tradesuite.portfolio.correlation.store.RedisCorrelationCache;
import dev.tradesuite.portfolio.returns.HourlyReturnReader;
import dev.tradesuite.portfolio.returns.HourlyReturnService;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.support.schedule.SharedTask;
import dev.tradesuite.support.schedule.SharedTimer;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts correlations together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StrategyCorrelationSettings.class)
class StrategyCorrelationConfig {

    /** Longer than refreshes are apart, so that what is kept lasts from one to the next. */
    private static final Duration KEPT_BEYOND_REFRESH = Duration.ofMinutes(5);

    @Bean
    PanelReader panelReader(CorrelatedStrategies strategies, ReturnReader returns, HourlyReturnReader hours) {
        return new PanelReader(strategies, returns, hours);
    }

    @Bean
    CorrelationCalculator correlationCalculator(StrategyCorrelationSettings settings) {
        return new CorrelationCalculator(settings.minReturns());
    }

    @Bean
    CorrelationWatch correlationWatch(StrategyCorrelationSettings settings) {
        return settings.watch();
    }

    @Bean
    CorrelationCache correlationCache(StrategyCorrelationSettings settings, Clock clock) {
        Duration keep = settings.refresh().every().plus(KEPT_BEYOND_REFRESH);
        MemoryCorrelationCache memory = new MemoryCorrelationCache(keep);
        return switch (settings.cache()) {
            case CAFFEINE -> memory;
            case REDIS ->
                new RedisCorrelationCache(
                        memory, settings.redis().url(), settings.redis().timeout(), keep, clock);
        };
    }

    /** Tells when instances do not share what they should. The service works all the same: each computes its own. */
    @Bean
    HealthIndicator correlationCacheHealthIndicator(CorrelationCache cache) {
        return () -> {
            Health.Builder health = Health.up();
            cache.trouble().ifPresent(trouble -> health.withDetail("not_shared", trouble));
            return health.build();
        };
    }

    @Bean
    CorrelationService correlationService(
            PanelReader panels,
            CorrelationCalculator calculator,
            CorrelationCache cache,
            CorrelationStore store,
            Clock clock) {
        return new CorrelationService(panels, calculator, cache, store, clock);
    }

    @Bean
    CorrelationRefreshService correlationRefreshService(
            PanelReader panels,
            HourlyReturnService hours,
            ReturnReader returns,
            CorrelationCalculator calculator,
            CorrelationWatch watch,
            CorrelationStore store,
            CorrelationCache cache,
            CorrelationEvents events,
            UnitOfWork work,
            Clock clock) {
        return new CorrelationRefreshService(
                panels,
                new CorrelationRefreshService.Returns(returns, hours::refreshAll),
                calculator,
                watch,
                new CorrelationRefreshService.Keeping(store, cache, events),
                work,
                clock);
    }

    @Bean
    AbsentReturnService absentReturnService(CorrelatedStrategies strategies) {
        return new AbsentReturnService(strategies);
    }

    @Bean
    RollingPairService rollingPairService(
            PanelReader panels, AbsentReturnService absent, StrategyCorrelationSettings settings, Clock clock) {
        return new RollingPairService(panels, absent, settings.minReturns(), clock);
    }

    @Bean
    UnlikeStrategyService unlikeStrategyService(PanelReader panels, StrategyCorrelationSettings settings, Clock clock) {
        return new UnlikeStrategyService(panels, settings.minReturns(), clock);
    }

    @Bean
    CorrelationDue correlationDue(
            CorrelatedStrategies strategies,
            InstrumentCatalog catalog,
            MarketHours hours,
            CorrelationStore store,
            CorrelationRefreshService refresh,
            StrategyCorrelationSettings settings,
            Clock clock) {
        return new CorrelationDue(
                strategies,
                new OpenMarkets(catalog, hours),
                store,
                refresh,
                settings.refresh().every(),
                clock);
    }

    @Bean
    SharedTimer correlationTimer(
            DataSource database, CorrelationDue due, StrategyCorrelationSettings settings, Clock clock) {
        StrategyCorrelationSettings.Refresh refresh = settings.refresh();
        return new SharedTimer(
                database,
                new SharedTimer.Place(
                        "portfolio", "correlation_schedule", refresh.enabled(), refresh.poll(), refresh.heartbeat()),
                List.of(SharedTask.every("correlation-refresh", refresh.look(), due::look, clock)),
                clock);
    }

    @Bean
    HourlyTask correlationRetention(CorrelationStore store, StrategyCorrelationSettings settings, Clock clock) {
        return new HourlyTask(
                "correlation-retention",
                () -> store.forgetBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .minusDays(settings.keep().toDays())));
    }
}
