package dev.tradesuite.ledger.performance;

import dev.tradesuite.ledger.account.AccountTrades;
import dev.tradesuite.support.store.HourlyTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes what tells how books did, and keeps the equity over time as long as the settings say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BooksPerformanceSettings.class)
@Import({BooksPerformanceService.class, BooksSampling.class})
class BooksPerformanceConfig {

    private static final Duration AHEAD = Duration.ofDays(62);

    @Bean
    RoundTripService roundTripService(AccountTrades trades, BooksPerformanceSettings settings) {
        return new RoundTripService(trades, settings.tripsAtHand());
    }

    @Bean
    HourlyTask equityRetention(EquityLines lines, BooksPerformanceSettings settings, Clock clock) {
        return new HourlyTask("equity-retention", () -> {
            Instant now = clock.instant();
            lines.ensureRoom(now, now.plus(AHEAD));
            lines.forget(now.minus(settings.fiveMinutesKept()), now.minus(settings.hoursKept()));
        });
    }
}
