package dev.tradesuite.brain.candle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is stored, in memory: the state of every series, at most {@code maxStaleness} behind the database.
 *
 * <p>There are a few hundred series at most, so one small query fetches all states. It is repeated by the first
 * question after {@code maxStaleness} and, whatever the time, after {@link #changed()}: a process sees its own writes
 * at once and those of others within {@code maxStaleness}. Everything else that is cached compares its version with the
 * one here. Safe for use by several threads.
 */
public final class SeriesIndex {

    private final Supplier<List<SeriesState>> loader;
    private final long maxStalenessNanos;
    private final LongSupplier nanoTime;
    private final ReentrantLock loading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot snapshot;

    /**
     * Creates an index that has loaded nothing yet.
     *
     * @param loader reads all states
     * @param maxStaleness how far the index may be behind another process's writes
     * @param nanoTime a clock that never goes back, such as {@link System#nanoTime}
     */
    public SeriesIndex(Supplier<List<SeriesState>> loader, Duration maxStaleness, LongSupplier nanoTime) {
        this.loader = loader;
        this.maxStalenessNanos = maxStaleness.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The state of a series; empty when it has no candle. */
    public Optional<SeriesState> state(SeriesKey key) {
        return Optional.ofNullable(current().byKey.get(key));
    }

    /** Every series of a symbol, finest timeframe first. */
    public List<SeriesState> ofSymbol(String symbol) {
        return current().bySymbol.getOrDefault(symbol, List.of());
    }

    /** Every series by symbol, then timeframe. */
    public List<SeriesState> all() {
        return current().all;
    }

    /** The newest close of a symbol over all timeframes; of two that closed together the finer one's. */
    public Optional<SeriesState> newestOf(String symbol) {
        SeriesState newest = null;
        for (SeriesState state : ofSymbol(symbol)) {
            if (newest == null || state.lastCloseTime().isAfter(newest.lastCloseTime())) {
                newest = state;
            }
        }
        return Optional.ofNullable(newest);
    }

    /** Says that this process has changed what is stored; to be called after the commit. */
    public void changed() {
        changes.incrementAndGet();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        if (known != null && known.changes == changes.get()) {
            if (nanoTime.getAsLong() - known.loadedAt < maxStalenessNanos || !loading.tryLock()) {
                // Fresh, or another thread is fetching the next one this very moment.
                return known;
            }
        } else {
            loading.lock();
        }
        try {
            Snapshot loadedMeanwhile = snapshot;
            if (loadedMeanwhile != null && loadedMeanwhile != known && loadedMeanwhile.changes == changes.get()) {
                return loadedMeanwhile;
            }
            Snapshot loaded = load();
            snapshot = loaded;
            return loaded;
        } finally {
            loading.unlock();
        }
    }

    private Snapshot load() {
        // Both taken before the query: a change during it makes the snapshot old again.
        long changesBefore = changes.get();
        long now = nanoTime.getAsLong();
        return new Snapshot(loader.get(), changesBefore, now);
    }

    private static final class Snapshot {

        private final List<SeriesState> all;
        private final Map<SeriesKey, SeriesState> byKey = new HashMap<>();
        private final Map<String, List<SeriesState>> bySymbol = new HashMap<>();
        private final long changes;
        private final long loadedAt;

        Snapshot(List<SeriesState> states, long changes, long loadedAt) {
            this.all = states.stream()
                    .sorted((one, other) -> one.key().compareTo(other.key()))
                    .toList();
            for (SeriesState state : all) {
                byKey.put(state.key(), state);
                bySymbol.computeIfAbsent(state.key().symbol(), _ -> new ArrayList<>())
                        .add(state);
            }
            this.changes = changes;
            this.loadedAt = loadedAt;
        }
    }
}
