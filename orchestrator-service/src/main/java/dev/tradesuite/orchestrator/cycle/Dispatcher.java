package dev.tradesuite.orchestrator.cycle;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs due cycles beside one another. Each strategy has a lane of its own, so that a slow controller holds up nobody
 * else's cycles.
 *
 * <p>What waits here is not claimed: when this instance ends, another finds it in the store.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final CycleRunner runner;
    private final int perLane;
    private final Duration patience;
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("cycle-", 0).factory());

    private volatile boolean closing;

    /**
     * @param perLane most cycles of one strategy at the same time
     * @param patience how long cycles under way may take when the service stops
     */
    public Dispatcher(CycleRunner runner, int perLane, Duration patience) {
        this.runner = runner;
        this.perLane = perLane;
        this.patience = patience;
    }

    /** Runs the cycle when its lane has room. Does nothing when it waits or runs here already. */
    public void submit(Cycle cycle) {
        if (closing || !known.add(cycle.id())) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    inLane(cycle);
                } finally {
                    known.remove(cycle.id());
                }
            });
        } catch (RejectedExecutionException _) {
            known.remove(cycle.id());
        }
    }

    /** Waits a little for what is under way; the rest is for the other instances. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Cycles are still running; another orchestrator takes them over when their leases end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void inLane(Cycle cycle) {
        Semaphore lane = lanes.computeIfAbsent(cycle.lane(), _ -> new Semaphore(perLane, true));
        lane.acquireUninterruptibly();
        try {
            if (!closing) {
                runner.runDue(cycle);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "Cycle {} of portfolio {} could not be run; it is tried again", cycle.id(), cycle.portfolioId(), e);
        } finally {
            lane.release();
        }
    }
}
