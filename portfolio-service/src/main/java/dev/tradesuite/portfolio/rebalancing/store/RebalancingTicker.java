package dev.tradesuite.portfolio.rebalancing.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks again and again for rebalancings to bring on; every instance does, and the rows say whose each is. */
public final class RebalancingTicker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingTicker.class);

    private static final int SECONDS_TO_END = 10;

    private final List<Runnable> looks;
    private final Duration every;

    private volatile @Nullable ScheduledExecutorService schedule;

    /** @param looks what is done one after the other */
    public RebalancingTicker(List<Runnable> looks, Duration every) {
        this.looks = List.copyOf(looks);
        this.every = every;
    }

    @Override
    public void start() {
        ScheduledExecutorService starting = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("rebalancing").factory());
        var _ = starting.scheduleWithFixedDelay(this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        schedule = starting;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = schedule;
        schedule = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException _) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return schedule != null;
    }

    private void once() {
        for (Runnable look : looks) {
            try {
                look.run();
            } catch (RuntimeException e) {
                LOG.warn("Rebalancings cannot be brought on for now; tried again shortly: {}", e.getMessage());
            }
        }
    }
}
