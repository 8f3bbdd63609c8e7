package dev.tradesuite.portfolio.monitoring.messaging;

import dev.tradesuite.portfolio.monitoring.AccountRestrictionService;
import dev.tradesuite.portfolio.monitoring.LimitWatchService;
import dev.tradesuite.portfolio.monitoring.LiveMemory;
import dev.tradesuite.portfolio.monitoring.LiveRiskService;
import dev.tradesuite.portfolio.monitoring.MonitoringSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the memory of this instance fresh, looks at the limits and tells risk-service, while the service runs. */
public final class MonitoringLife implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringLife.class);

    private final LiveMemory memory;
    private final LiveRiskService risks;
    private final LimitWatchService watch;
    private final AccountRestrictionService restrictions;
    private final MonitoringSettings settings;
    private volatile @Nullable ScheduledExecutorService running;

    public MonitoringLife(
            LiveMemory memory,
            LiveRiskService risks,
            LimitWatchService watch,
            AccountRestrictionService restrictions,
            MonitoringSettings settings) {
        this.memory = memory;
        this.risks = risks;
        this.watch = watch;
        this.restrictions = restrictions;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        ScheduledExecutorService starting = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("monitoring-", 0).factory());
        // What other services are asked must not hold up the look at the limits.
        every(starting, settings.refresh(), risks::refreshAccounts, restrictions::sendDue);
        every(starting, settings.look(), risks::refreshReturns, this::look, restrictions::sendDue);
        running = starting;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = running;
        running = null;
        if (stopping != null) {
            stopping.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Looks at every account; one that cannot be looked at stops no other. */
    private void look() {
        watch.begin();
        memory.accountIds().forEach(id -> memory.account(id).ifPresent(heard -> quietly(() -> watch.look(heard))));
    }

    private static void every(ScheduledExecutorService schedule, Duration wait, Runnable... work) {
        var _ = schedule.scheduleWithFixedDelay(
                () -> List.of(work).forEach(MonitoringLife::quietly), 0, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The monitoring could not do everything and tries again: {}", e.getMessage());
        }
    }
}
