package dev.tradesuite.signals.stream.web;

import dev.tradesuite.signals.stream.StreamHub;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/** Starts what reads the feed, looks after the clients, and sends them away before the server stops. */
public final class StreamLife implements SmartLifecycle {

    /** Before the server stops to take requests. */
    private static final int PHASE = Integer.MAX_VALUE - 512;

    private static final long LOOK_MILLIS = 500;
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final StreamHub hub;
    private final Clock clock;
    private final List<Runnable> work;
    private volatile List<Thread> threads = List.of();

    /** @param work done until it is interrupted, each on a thread of its own */
    public StreamLife(StreamHub hub, Clock clock, List<Runnable> work) {
        this.hub = hub;
        this.clock = clock;
        this.work = List.copyOf(work);
    }

    @Override
    public void start() {
        hub.start();
        // Platform threads: Kafka's client waits in a way that would hold a carrier of virtual ones.
        threads = Stream.concat(work.stream(), Stream.of((Runnable) this::look))
                .map(each -> Thread.ofPlatform().daemon().name("feed").start(each))
                .toList();
    }

    @Override
    public void stop() {
        hub.stop();
        long deadline = System.nanoTime() + GOODBYE.toNanos();
        try {
            while (hub.clients() > 0 && System.nanoTime() - deadline < 0) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join(GOODBYE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                hub.check(System.nanoTime(), clock.instant());
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
