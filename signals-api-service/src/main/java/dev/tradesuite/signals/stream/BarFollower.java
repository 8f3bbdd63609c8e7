package dev.tradesuite.signals.stream;

import dev.tradesuite.signals.latest.LatestMemory;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is held of the tables current: when the feed tells of a bar, its symbol is read anew, on the thread of
 * this and not on the one that hears the feed.
 */
public final class BarFollower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BarFollower.class);

    private static final String EVERYTHING = "*";
    private static final long PAUSE_MILLIS = 1_000;

    private final LatestMemory latest;
    private final LiveBooks books;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> stale = new LinkedHashSet<>();

    public BarFollower(LatestMemory latest, LiveBooks books) {
        this.latest = latest;
        this.books = books;
    }

    /** A bar of the symbol was booked. */
    public void booked(String symbol) {
        lock.lock();
        try {
            stale.add(symbol);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Everything is to be read anew. */
    public void readAll() {
        booked(EVERYTHING);
    }

    /** Whether what is held is kept current. */
    public void current(boolean is) {
        latest.current(is);
    }

    /** Reads what has changed, until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String symbol = next();
                try {
                    read(symbol);
                } catch (RuntimeException e) {
                    LOG.warn("What is held of {} cannot be read anew: {}", symbol, e.getMessage());
                    booked(symbol);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String symbol) {
        if (symbol.equals(EVERYTHING)) {
            latest.read();
            books.read();
        } else {
            latest.read(symbol);
            books.read(symbol);
        }
    }

    private String next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (stale.isEmpty()) {
                changed.await();
            }
            String symbol = stale.iterator().next();
            stale.remove(symbol);
            return symbol;
        } finally {
            lock.unlock();
        }
    }
}
