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
 * Runs due cycles beside one another. Each strategy has a queue of its own, so that a slow controller holds up nobody
 * else's cycles.
 *
 * <p>What waits here is not claimed: when this instance ends, or has more than it can do, others find it in the store.
 */
public final class StrategyQueues implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyQueues.class);

    private final CycleRunner runner;
    private final int perStrategy;
    private final Duration patience;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("cycle-", 0).factory());

    private volatile boolean closing;

    /**
     * @param perStrategy most cycles of one strategy at the same time
     * @param patience how long cycles under way may take when the service stops
     */
    public StrategyQueues(CycleRunner runner, int perStrategy, Duration patience) {
        this.runner = runner;
        this.perStrategy = perStrategy;
        this.patience = patience;
    }

    /** Runs the cycle as soon as its strategy has a place. Does nothing when it waits or runs here already. */
    public void submit(DueCycle due) {
        if (closing || !known.add(due.id())) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    inTurn(due);
                } finally {
                    known.remove(due.id());
                }
            });
        } catch (RejectedExecutionException _) {
            known.remove(due.id());
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

    private void inTurn(DueCycle due) {
        Semaphore place = places.computeIfAbsent(due.strategyQueue(), _ -> new Semaphore(perStrategy, true));
        place.acquireUninterruptibly();
        try {
            if (!closing) {
                runner.runDue(due);
            }
        } catch (RuntimeException e) {
            LOG.error("Cycle {} of portfolio {} could not be run; it is tried again", due.id(), due.portfolioId(), e);
        } finally {
            place.release();
        }
    }
}
