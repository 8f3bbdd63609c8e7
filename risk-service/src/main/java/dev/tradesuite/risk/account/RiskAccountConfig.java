package dev.tradesuite.risk.account;

import dev.tradesuite.risk.account.client.BooksApi;
import dev.tradesuite.risk.state.TradingStateService;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes what risk remembers of accounts from the settings, and looks every minute whether a new risk day has begun. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(RiskAccountSettings.class)
@ImportHttpServices(group = "ledger", types = BooksApi.class)
@Import({AccountBooks.class, RiskAccountService.class, DayRoll.class})
class RiskAccountConfig {

    @Bean
    Limits defaultLimits(RiskAccountSettings settings) {
        try {
            return settings.limits().toLimits();
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.risk.limits: " + mistake.getMessage(),
                    "Correct the setting; percentages are numbers like 5.");
        }
    }

    @Bean
    RiskDay riskDay(RiskAccountSettings settings) {
        return RiskDay.parse(settings.dayRollsAt());
    }

    @Bean
    BreachMonitor breachMonitor(
            RiskAccounts accounts, TradingStateService states, BreachEvents events, RiskDay riskDay, Clock clock) {
        // Ticks as finely as PostgreSQL stores, so that a moment reads the same before and after it is stored.
        return new BreachMonitor(accounts, states, events, riskDay, Clock.tick(clock, Duration.ofNanos(1000)));
    }

    @Bean
    SchedulingConfigurer dayRollSchedule(DayRoll dayRoll) {
        return tasks -> tasks.addFixedDelayTask(dayRoll::rollAccounts, Duration.ofMinutes(1));
    }
}
