package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.check.client.BrainPricesApi;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the checks from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckSettings.class)
@ImportHttpServices(group = "brain", types = BrainPricesApi.class)
class CheckConfig {

    @Bean
    PreTradeChecks preTradeChecks(CheckSettings settings, RiskDay riskDay) {
        return new PreTradeChecks(settings.maxEquityAge(), settings.counted(), riskDay);
    }

    @Bean
    HeadroomService headroomService(
            CheckSettings settings,
            AccountViews accounts,
            CorrelationSource correlations,
            RiskDay riskDay,
            Clock clock) {
        return new HeadroomService(
                settings.maxEquityAge(),
                settings.counted(),
                accounts,
                correlations,
                riskDay,
                Clock.tick(clock, Duration.ofNanos(1000)));
    }

    @Bean
    RiskCheckService riskCheckService(
            PreTradeChecks checks,
            AccountViews accounts,
            CorrelationSource correlations,
            NewestPrices prices,
            InstrumentCatalog catalog,
            RiskDay riskDay,
            Clock clock) {
        // Ticks as finely as PostgreSQL stores, so that a moment reads the same before and after it is stored.
        Clock stored = Clock.tick(clock, Duration.ofNanos(1000));
        return new RiskCheckService(checks, accounts, correlations, prices, catalog, riskDay, stored);
    }
}
