package dev.tradesuite.launcher.run;

import dev.tradesuite.launcher.home.RunState.PartPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the parts that may end while the launcher goes on, and starts one again that has ended. */
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final RunListener listener;
    private final RunBoard board;
    private final Duration firstWait;
    private final Map<String, Backoff> backoffs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("supervisor").factory());
    private volatile boolean closed;

    /**
     * @param listener hears what ended and what was started again
     * @param board where other processes read it
     * @param firstWait time before the first attempt to start a part again; later waits are longer
     */
    public Supervisor(RunListener listener, RunBoard board, Duration firstWait) {
        this.listener = listener;
        this.board = board;
        this.firstWait = firstWait;
    }

    /** Watches a part that was started, when it may end by itself. */
    void watch(Part part) {
        long upSince = System.nanoTime();
        part.ended().ifPresent(end -> {
            // On another thread: the part that ends may be the one that says so.
            CompletableFuture<Void> _ =
                    end.thenAcceptAsync(reason -> ended(part, reason, Duration.ofNanos(System.nanoTime() - upSince)));
        });
    }

    private synchronized void ended(Part part, String reason, Duration up) {
        if (closed) {
            return;
        }
        board.part(part, PartPhase.FAILED);
        if (!part.restarts()) {
            listener.died(part, reason, "it is not started again, as the settings say");
            return;
        }
        Optional<Duration> delay = backoffs.computeIfAbsent(
                        part.name(), _ -> new Backoff(firstWait, part.restartsForever()))
                .next(up);
        if (delay.isEmpty()) {
            listener.died(part, reason, "it ended too often and is not started again");
            return;
        }
        listener.died(
                part,
                reason,
                "it is started again in %d s".formatted(delay.get().toSeconds()));
        ScheduledFuture<?> _ =
                restarts.schedule(() -> restart(part), delay.get().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart(Part part) {
        if (closed) {
            return;
        }
        long began = System.nanoTime();
        try {
            board.part(part, PartPhase.STARTING);
            part.start();
            board.part(part, PartPhase.READY);
            listener.restarted(part, Duration.ofNanos(System.nanoTime() - began));
            watch(part);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("{} did not start again", part.name(), e);
            ended(part, String.valueOf(e.getMessage()), Duration.ZERO);
        }
    }

    /** Stops watching. A restart that is under way is interrupted. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        restarts.shutdownNow();
        try {
            if (!restarts.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a restart is still under way");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
