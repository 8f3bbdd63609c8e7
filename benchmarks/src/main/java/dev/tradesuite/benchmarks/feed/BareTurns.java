package dev.tradesuite.benchmarks.feed;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets the bare server send what the feed has just sent, once every client of the feed has it and a moment is over. */
final class BareTurns implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final long PATIENCE_SECONDS = 10;

    private final BareBroadcast server;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bare-broadcast").factory());

    BareTurns(BareBroadcast server) {
        this.server = server;
    }

    /** A text has come to every client of the feed. */
    void follow(String text) {
        if (!thread.isShutdown()) {
            var _ = thread.schedule(() -> send(text), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void send(String text) {
        try {
            server.send(text);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Tells what went wrong. */
    void check() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Sends what is due and no more. */
    void finish() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the bare server does not get its texts sent");
        }
        check();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
