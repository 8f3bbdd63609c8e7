package dev.tradesuite.signals.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A stretch of history in pages; the next one is read while its reader works on the one before. For one thread. */
public final class HistoryPages implements AutoCloseable {

    private final SignalHistory history;
    private final SeriesName series;
    private final Instant to;
    private final int size;
    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SignalBar> first = new ArrayList<>();
    private @Nullable Future<List<SignalBar>> ahead;

    /** @param size bars of a page */
    public HistoryPages(SignalHistory history, SeriesName series, Instant from, Instant to, int size) {
        this.history = history;
        this.series = series;
        this.to = to;
        this.size = size;
        this.ahead = read(from);
    }

    /**
     * Bars that follow on one another.
     *
     * @param bars oldest first; empty only when the stretch has none
     * @param isLast whether no more follow
     */
    public record Page(List<SignalBar> bars, boolean isLast) {

        public Page {
            bars = List.copyOf(bars);
        }
    }

    /** The next page. After the last one there is none to ask for. */
    public Page next() {
        List<SignalBar> bars = new ArrayList<>(first);
        bars.addAll(arrived());
        first.clear();
        if (bars.size() <= size) {
            return new Page(bars, true);
        }
        // The one too many tells that more follow, and is the first of them.
        SignalBar next = bars.removeLast();
        first.add(next);
        ahead = read(next.open().plusMillis(1));
        return new Page(bars, false);
    }

    private Future<List<SignalBar>> read(Instant from) {
        int wanted = size + 1 - first.size();
        return reader.submit(() -> history.page(series, from, to, wanted));
    }

    private List<SignalBar> arrived() {
        Future<List<SignalBar>> asked = ahead;
        if (asked == null) {
            throw new IllegalStateException("the last page was taken already");
        }
        ahead = null;
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while bars were read", e);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
