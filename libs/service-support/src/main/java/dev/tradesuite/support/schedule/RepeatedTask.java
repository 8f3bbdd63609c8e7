package dev.tradesuite.support.schedule;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something that every instance does again and again while it runs, on a thread of its own. The next round begins so
 * long after the last one has ended.
 *
 * <p>What fails is logged and done again in the next round; it keeps nothing else of its round from being done. What
 * only one of the instances may do is a {@link SharedTask}.
 */
public final class RepeatedTask implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);

    private static final int SECONDS_TO_END = 10;

    private final String name;
    private final Duration every;
    private final List<Runnable> work;
    private final boolean enabled;

    private volatile @Nullable ScheduledExecutorService schedule;

    /**
     * One that begins with the service.
     *
     * @param name in words, of its thread and in the log
     * @param work what is done in a round, one after the other
     */
    public RepeatedTask(String name, Duration every, List<Runnable> work) {
        this(name, every, work, true);
    }

    /** @param enabled whether it begins with the service */
    public RepeatedTask(String name, Duration every, List<Runnable> work, boolean enabled) {
        this.name = name;
        this.every = every;
        this.work = List.copyOf(work);
        this.enabled = enabled;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public void start() {
        ScheduledExecutorService starting = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = starting.scheduleWithFixedDelay(this::once, 0, every.toMillis(), TimeUnit.MILLISECONDS);
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
        for (Runnable one : work) {
            try {
                one.run();
            } catch (RuntimeException e) {
                LOG.warn("Not everything of {} could be done; tried again shortly: {}", name, e.getMessage());
            }
        }
    }
}
