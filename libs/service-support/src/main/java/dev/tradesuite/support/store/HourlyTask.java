package dev.tradesuite.support.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Does something every hour, such as deleting what nobody needs any more, on a thread of its own. */
public final class HourlyTask implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HourlyTask.class);

    private final ScheduledExecutorService schedule;

    /**
     * Begins one minute after the start.
     *
     * @param name of the thread and in the log
     */
    public HourlyTask(String name, Runnable task) {
        schedule = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = schedule.scheduleWithFixedDelay(() -> run(name, task), 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        schedule.shutdownNow();
    }

    private static void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed and is tried again in an hour: {}", name, e.getMessage());
        }
    }
}
