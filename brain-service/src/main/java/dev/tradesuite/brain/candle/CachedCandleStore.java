package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest candles of every series in use in memory, and the stretch of history last asked for.
 *
 * <p>Each answer first looks at the version of the series in the {@link SeriesIndex}. Unchanged: the arrays in memory
 * are cut and nothing is read. Candles were added at the end: only those are read and appended. Anything else changed:
 * the series is read anew. So the answer is never older than the index, whichever process wrote.
 *
 * <p>A question about the past that the newest candles do not answer reads a stretch that begins {@code limit} candles
 * before that moment and goes on for {@link Limits#historyStretch} after it, so that a walk through history bar by bar
 * reads the database once in a while only.
 */
public final class CachedCandleStore implements CandleStore {

    /**
     * How much is kept.
     *
     * @param candles newest candles kept of a series; a question for more goes to the database
     * @param series series whose newest candles are kept; the one longest unused gives way
     * @param historyStretch candles read ahead when a past moment is asked for
     * @param histories stretches of history kept
     */
    public record Limits(int candles, int series, int historyStretch, int histories) {}

    private final CandleReader reader;
    private final SeriesIndex index;
    private final Limits limits;
    private final Map<SeriesKey, Place> present;
    private final Map<SeriesKey, Place> past;

    /** Creates a store that has nothing in memory yet. */
    public CachedCandleStore(CandleReader reader, SeriesIndex index, Limits limits) {
        this.reader = reader;
        this.index = index;
        this.limits = limits;
        this.present = leastRecentlyUsed(limits.series());
        this.past = leastRecentlyUsed(limits.histories());
    }

    @Override
    public CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit) {
        SeriesKey key = new SeriesKey(symbol, timeframe);
        Instant moment = TimeBounds.clamp(asOf);
        Optional<SeriesState> stored =
                index.state(key).filter(state -> !moment.isBefore(state.first().plus(timeframe.length())));
        if (stored.isEmpty() || limit <= 0) {
            return CandleSeries.empty(symbol, timeframe);
        }
        if (limit > limits.candles()) {
            return reader.newest(key, moment, limit);
        }
        Window newest = place(present, key).refreshed(old -> newest(old, stored.get()));
        return newest.answers(moment, limit)
                ? newest.answer(moment, limit)
                : place(past, key)
                        .refreshed(old -> stretch(old, stored.get(), moment, limit))
                        .answer(moment, limit);
    }

    @Override
    public CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to) {
        return reader.range(new SeriesKey(symbol, timeframe), TimeBounds.clamp(from), TimeBounds.clamp(to));
    }

    private Window newest(@Nullable Window old, SeriesState state) {
        if (old != null && old.version == state.version()) {
            return old;
        }
        if (old != null && old.historyVersion == state.historyVersion() && !old.candles.isEmpty()) {
            Instant last = old.candles.openTime(old.candles.size() - 1);
            CandleSeries added = reader.after(state.key(), last, limits.candles());
            if (added.size() < limits.candles()) {
                return new Window(old.candles.followedBy(added).last(limits.candles()), state, TimeBounds.LATEST);
            }
        }
        return new Window(reader.newest(state.key(), TimeBounds.LATEST, limits.candles()), state, TimeBounds.LATEST);
    }

    private Window stretch(@Nullable Window old, SeriesState state, Instant asOf, int limit) {
        if (old != null && old.historyVersion == state.historyVersion() && old.answers(asOf, limit)) {
            return old;
        }
        CandleSeries before = reader.newest(state.key(), asOf, limit);
        CandleSeries whole = before.lastOpenTime()
                .map(last -> before.followedBy(reader.after(state.key(), last, limits.historyStretch())))
                .orElse(before);
        // Candles after the stretch are unknown, so it answers up to the close of its last one.
        return new Window(whole, state, whole.lastCloseTime().orElse(TimeBounds.EARLIEST));
    }

    private static Place place(Map<SeriesKey, Place> places, SeriesKey key) {
        synchronized (places) {
            return places.computeIfAbsent(key, _ -> new Place());
        }
    }

    private static Map<SeriesKey, Place> leastRecentlyUsed(int size) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<SeriesKey, Place> eldest) {
                return size() > size;
            }
        };
    }

    /** Candles in memory without a hole: all that closed after the first of them opened and by {@code known}. */
    private static final class Window {

        private final CandleSeries candles;
        private final long version;
        private final long historyVersion;
        private final boolean fromTheStart;
        private final Instant known;

        Window(CandleSeries candles, SeriesState state, Instant known) {
            this.candles = candles;
            this.version = state.version();
            this.historyVersion = state.historyVersion();
            this.fromTheStart = candles.isEmpty() || !candles.openTime(0).isAfter(state.first());
            this.known = known;
        }

        boolean answers(Instant asOf, int limit) {
            return !asOf.isAfter(known)
                    && (fromTheStart || candles.closedBy(asOf).size() >= limit);
        }

        CandleSeries answer(Instant asOf, int limit) {
            return candles.closedBy(asOf).last(limit);
        }
    }

    /** Place of one window; the lock keeps threads from reading the same candles twice. */
    private static final class Place {

        private @Nullable Window window;

        synchronized Window refreshed(UnaryOperator<@Nullable Window> refresh) {
            Window fresh = refresh.apply(window);
            window = fresh;
            return fresh;
        }
    }
}
