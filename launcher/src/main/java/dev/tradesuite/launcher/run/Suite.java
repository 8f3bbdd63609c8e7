package dev.tradesuite.launcher.run;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.Phase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts of the suite in the order of what they need, and stops them in the reverse order.
 *
 * <p>A part starts as soon as the parts it needs are ready, and at most a set number start at the same time. Parts that
 * the first trade does not need start when all the others are ready. When one fails, nothing more is started and
 * everything that runs is stopped. {@link #close()} may be called while {@link #start()} is still at work, and more
 * than once.
 */
public final class Suite implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);

    private final List<Part> parts;
    private final Duration startTimeout;
    private final RunListener listener;
    private final RunBoard board;
    private final Supervisor supervisor;
    private final StartFailure failure;
    private final Semaphore busyStarts;

    private final Object lock = new Object();
    private final Set<Part> running = new LinkedHashSet<>();
    private int startsUnderWay;
    private boolean stopping;

    /** Why the start failed: others that were about to start only say that it was interrupted. */
    private @Nullable SuiteException firstFailure;

    /**
     * @param parts every part, those that are needed before those that need them
     * @param parallelStarts how many busy parts start at the same time
     * @param startTimeout how long {@link #close()} waits for starts that are under way
     * @param listener hears how the run goes
     * @param board where other processes read how far the run is
     * @param supervisor watches the parts that may end while the launcher goes on
     * @param failure puts the failure of a part into words
     */
    public Suite(
            List<Part> parts,
            int parallelStarts,
            Duration startTimeout,
            RunListener listener,
            RunBoard board,
            Supervisor supervisor,
            StartFailure failure) {
        this.parts = List.copyOf(parts);
        this.startTimeout = startTimeout;
        this.listener = listener;
        this.board = board;
        this.supervisor = supervisor;
        this.failure = failure;
        this.busyStarts = new Semaphore(parallelStarts);
    }

    /**
     * Starts every part and returns when all are ready.
     *
     * @throws SuiteException when one could not be started; the others are stopped by then
     */
    public void start() {
        board.phase(Phase.STARTING);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
            List<Part> others =
                    parts.stream().filter(part -> !part.neededToTrade()).toList();
            start(parts.stream().filter(Part::neededToTrade).toList(), ready, threads);
            if (!others.isEmpty()) {
                listener.tradesReady(others);
                start(others, ready, threads);
            }
            listener.allReady();
            board.phase(Phase.READY);
        } catch (CompletionException e) {
            close();
            throw reason(e);
        }
    }

    private SuiteException reason(CompletionException e) {
        synchronized (lock) {
            return firstFailure != null
                    ? firstFailure
                    : new SuiteException("the suite did not start: " + e.getCause(), e);
        }
    }

    private void start(List<Part> some, Map<String, CompletableFuture<Void>> ready, Executor threads) {
        for (Part part : some) {
            CompletableFuture<?>[] needed = part.needs().stream()
                    .map(name -> Objects.requireNonNull(ready.get(name), name + " must come before its users"))
                    .toArray(CompletableFuture[]::new);
            ready.put(part.name(), CompletableFuture.allOf(needed).thenRunAsync(() -> startOne(part), threads));
        }
        CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                .join();
    }

    private void startOne(Part part) {
        if (part.startsBusily()) {
            busyStarts.acquireUninterruptibly();
        }
        try {
            beginStart();
            long began = System.nanoTime();
            board.part(part, PartPhase.STARTING);
            part.start();
            synchronized (lock) {
                running.add(part);
            }
            board.part(part, PartPhase.READY);
            listener.ready(part, Duration.ofNanos(System.nanoTime() - began));
            supervisor.watch(part);
        } catch (Exception e) {
            SuiteException reason = failure.of(part, e);
            synchronized (lock) {
                stopping = true;
                firstFailure = firstFailure == null ? reason : firstFailure;
            }
            board.part(part, PartPhase.FAILED);
            LOG.error("{} did not start", part.name(), e);
            throw reason;
        } finally {
            endStart();
            if (part.startsBusily()) {
                busyStarts.release();
            }
        }
    }

    private void beginStart() {
        synchronized (lock) {
            startsUnderWay++;
            if (stopping) {
                throw new SuiteException("the start was interrupted");
            }
        }
    }

    private void endStart() {
        synchronized (lock) {
            startsUnderWay--;
            lock.notifyAll();
        }
    }

    /** Stops every part that was started: services first, then Kafka, then PostgreSQL. */
    @Override
    public void close() {
        synchronized (lock) {
            stopping = true;
        }
        board.phase(Phase.STOPPING);
        supervisor.close();
        Set<Part> toStop = takeRunning();
        parts.reversed().stream().filter(toStop::contains).forEach(this::stopOne);
    }

    private Set<Part> takeRunning() {
        synchronized (lock) {
            long deadline = System.nanoTime() + startTimeout.toNanos();
            try {
                while (startsUnderWay > 0 && System.nanoTime() < deadline) {
                    lock.wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            Set<Part> taken = Set.copyOf(running);
            running.clear();
            return taken;
        }
    }

    private void stopOne(Part part) {
        try {
            part.stop();
            board.part(part, PartPhase.STOPPED);
            listener.stopped(part);
        } catch (Exception | LinkageError e) {
            // Jars that were replaced meanwhile lack what is loaded only now; the others are stopped all the same.
            LOG.error("{} did not stop cleanly", part.name(), e);
            listener.stopFailed(part, String.valueOf(e.getMessage()));
        }
    }
}
