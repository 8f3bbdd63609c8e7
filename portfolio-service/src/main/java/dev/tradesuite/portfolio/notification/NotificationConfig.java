package dev.tradesuite.portfolio.notification;

import dev.tradesuite.contracts.portfolio.PortfolioMessage;
import dev.tradesuite.portfolio.notification.client.SignedNotificationClient;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.schedule.RepeatedTask;
import dev.tradesuite.support.store.HourlyTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the outgoing webhook together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfig {

    private static final String URL = "suite.portfolio.notifications.url";

    @Bean
    boolean notificationsEnabled(NotificationSettings settings) {
        settings.types().stream()
                .filter(type -> PortfolioMessage.named(type).isEmpty())
                .findFirst()
                .ifPresent(type -> {
                    throw new ConfigMistake(
                            "suite.portfolio.notifications.types has %s".formatted(type),
                            "Use some of %s.".formatted(PortfolioMessage.wireNames()));
                });
        if (settings.enabled() && !settings.hasSecret()) {
            throw new ConfigMistake(
                    "suite.portfolio.notifications.secret is not set, or shorter than 16 characters",
                    "Set it to a secret that the receiver knows too, or set no %s.".formatted(URL));
        }
        return settings.enabled();
    }

    @Bean
    HealthIndicator notificationsHealthIndicator(NotificationStore store, NotificationSettings settings) {
        return () -> {
            Health.Builder health = Health.up().withDetail("enabled", settings.enabled());
            if (settings.enabled()) {
                NotificationStore.Counts counts = store.counts();
                health.withDetail("waiting", counts.waiting()).withDetail("dead", counts.dead());
                counts.failure().ifPresent(failure -> health.withDetail("failure", failure));
            }
            return health.build();
        };
    }

    @Bean
    MeterBinder notificationMeters(NotificationStore store) {
        return registry -> {
            Gauge.builder("suite.portfolio.notifications.waiting", store, each -> each.counts()
                            .waiting())
                    .description("Messages of the outgoing webhook that are not yet delivered")
                    .register(registry);
            Gauge.builder("suite.portfolio.notifications.dead", store, each -> each.counts()
                            .dead())
                    .description("Messages of the outgoing webhook that were given up")
                    .register(registry);
        };
    }

    @Bean
    HourlyTask notificationRetention(NotificationStore store, NotificationSettings settings, Clock clock) {
        return new HourlyTask(
                "notification-retention",
                () -> store.forgetBefore(clock.instant().minus(settings.keep())));
    }

    @Bean
    @ConditionalOnProperty(URL)
    NotificationService notificationService(NotificationStore store, NotificationSettings settings, Clock clock) {
        NotificationSender sender = new SignedNotificationClient(
                Objects.requireNonNull(settings.url()),
                Objects.requireNonNullElse(settings.secret(), ""),
                settings.timeout());
        return new NotificationService(store, sender, settings.patience(), clock);
    }

    @Bean
    @ConditionalOnProperty(URL)
    RepeatedTask sendingOfNotifications(NotificationService notifications, NotificationSettings settings) {
        return new RepeatedTask(
                "the messages of the outgoing webhook", settings.poll(), List.of(notifications::sendDue));
    }
}
