package dev.tradesuite.brain.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the feeds, each once a second on a thread of its own. */
final class FeedSchedule {

    private static final Logger log = LoggerFactory.getLogger(FeedSchedule.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final List<FeedRun> runs;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    FeedSchedule(List<FeedRun> runs) {
        this.runs = List.copyOf(runs);
    }

    synchronized void start() {
        running = true;
        for (FeedRun run : runs) {
            workers.add(Thread.ofVirtual().name("feed-", 0).start(() -> work(run)));
        }
    }

    /** Ends the feeds, and waits until each has given its lease back, so that another instance goes on at once. */
    synchronized void stop() {
        running = false;
        workers.forEach(Thread::interrupt);
        try {
            for (Thread worker : workers) {
                var _ = worker.join(LONGEST_END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    boolean isRunning() {
        return running;
    }

    private void work(FeedRun run) {
        try {
            while (running) {
                tick(run);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            // The service stops.
        }
        end(run);
    }

    private static void end(FeedRun run) {
        try {
            run.end();
        } catch (RuntimeException failure) {
            log.debug("The lease of a feed ends by itself", failure);
        }
    }

    private static void tick(FeedRun run) {
        try {
            run.tick();
        } catch (RuntimeException failure) {
            // The database may be away; the next second tries again.
            log.warn("A feed could not do its work: {}", failure.toString());
        }
    }
}
