package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.AccountBooks;
import dev.tradesuite.risk.account.BreachMonitor;
import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.exposure.client.AlertStrategiesApi;
import dev.tradesuite.risk.exposure.client.PortfolioNamesApi;
import dev.tradesuite.risk.exposure.client.RegistryApi;
import dev.tradesuite.risk.exposure.client.ReservedOrdersApi;
import dev.tradesuite.risk.exposure.client.ReservedStakesApi;
import dev.tradesuite.risk.state.TradingStateStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the reservations, and looks beside the requests after those whose order is gone and those of old. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExposureSettings.class)
@ImportHttpServices(
        group = "orchestrator",
        types = {ReservedOrdersApi.class, AlertStrategiesApi.class})
@ImportHttpServices(
        group = "ledger",
        types = {ReservedStakesApi.class, PortfolioNamesApi.class})
@ImportHttpServices(group = "portfolio", types = RegistryApi.class)
@Import({KnownAccounts.class, KnownSubjects.class})
class ExposureConfig {

    @Bean
    Reservations reservations(
            RiskAccounts accounts,
            ReservationStore store,
            ExposureReader exposures,
            PreTradeChecks checks,
            CorrelationSource correlations,
            KnownAccounts known,
            AccountBooks books,
            BreachMonitor monitor,
            Clock clock) {
        // Ticks as finely as PostgreSQL stores, so that a moment reads the same before and after it is stored.
        Clock stored = Clock.tick(clock, Duration.ofNanos(1000));
        return new Reservations(accounts, store, exposures, checks, correlations, known, books, monitor, stored);
    }

    @Bean
    ReservationExpiry reservationExpiry(
            ReservationStore store,
            Reservations reservations,
            OrderOwners owners,
            ExposureSettings settings,
            Clock clock) {
        return new ReservationExpiry(store, reservations, owners, settings.askAfter(), settings.unknownFor(), clock);
    }

    @Bean
    ReservationRelease reservationRelease(ReservationStore store, Reservations reservations, OrderOwners owners) {
        return new ReservationRelease(store, reservations, owners);
    }

    @Bean
    RiskRetention riskRetention(
            ReservationStore reservations,
            RiskAccounts accounts,
            TradingStateStore states,
            ExposureSettings settings,
            Clock clock) {
        ExposureSettings.Kept kept = settings.kept();
        return new RiskRetention(
                reservations,
                accounts,
                states,
                new RiskRetention.Kept(kept.reservations(), kept.endedOrders(), kept.history()),
                clock);
    }

    @Bean
    SchedulingConfigurer reservationSchedule(ReservationExpiry expiry, RiskRetention retention) {
        return tasks -> {
            tasks.addFixedDelayTask(expiry::look, Duration.ofMinutes(1));
            tasks.addFixedDelayTask(retention::forget, Duration.ofHours(1));
        };
    }
}
