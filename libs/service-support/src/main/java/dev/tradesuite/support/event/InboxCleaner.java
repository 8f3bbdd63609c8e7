package dev.tradesuite.support.event;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Keeps the inbox from growing for ever. */
final class InboxCleaner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(InboxCleaner.class);

    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("inbox-cleaner").factory());

    InboxCleaner(Inbox inbox, ConsumerSettings settings) {
        var _ = schedule.scheduleWithFixedDelay(() -> clean(inbox, settings), 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        schedule.shutdownNow();
    }

    private static void clean(Inbox inbox, ConsumerSettings settings) {
        try {
            int forgotten = inbox.forgetOlderThan(settings.rememberFor());
            LOG.debug("Forgot {} handled events", forgotten);
        } catch (RuntimeException e) {
            LOG.warn("The inbox could not be cleaned: {}", e.getMessage());
        }
    }
}
