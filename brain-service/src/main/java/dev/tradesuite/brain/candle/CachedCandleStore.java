package dev.tradesuite.brain.candle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.brain.candle.SeriesReader.ReadableSeries;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest candles of every series in use in memory, and the stretch of history last asked for.
 *
 * <p>Each answer first looks at the version of the series in the {@link SeriesIndex}. Unchanged: the arrays in memory
 * are cut and nothing is read. Candles were added at the end: only those are read and appended. Anything else changed:
 * the series is read anew. So the answer is never older than the index, whichever process wrote. Threads that miss the
 * same series wait for one reading of it.
 *
 * <p>A question about the past that the newest candles do not answer reads a stretch that begins {@code limit} candles
 * before that moment and goes on for {@link CandleSettings.Cache#historyStretch} after it, so that a walk through
 * history bar by bar reads the database once in a while only.
 */
public final class CachedCandleStore implements CandleStore {

    private final SeriesReader reader;
    private final CandleSettings.Cache limits;
    private final Cache<SeriesKey, Window> present;
    private final Cache<SeriesKey, Window> past;

    /** Creates a store that has nothing in memory yet. */
    public CachedCandleStore(SeriesReader reader, CandleSettings.Cache limits) {
        this.reader = reader;
        this.limits = limits;
        this.present = Caffeine.newBuilder()
                .maximumSize(limits.series())
                .executor(Runnable::run)
                .build();
        this.past = Caffeine.newBuilder()
                .maximumSize(limits.histories())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit) {
        SeriesKey key = new SeriesKey(symbol, timeframe);
        Instant moment = TimeBounds.clamp(asOf);
        Optional<ReadableSeries> found = reader.find(key)
                .filter(series -> !moment.isBefore(series.first().plus(timeframe.length())));
        if (found.isEmpty() || limit <= 0) {
            return CandleSeries.empty(symbol, timeframe);
        }
        if (limit > limits.candlesPerSeries()) {
            return reader.newest(found.get(), moment, limit);
        }
        Window newest = present.asMap().compute(key, (_, old) -> newest(old, found.get()));
        return newest.answers(moment, limit)
                ? newest.answer(moment, limit)
                : past.asMap()
                        .compute(key, (_, old) -> stretch(old, found.get(), moment, limit))
                        .answer(moment, limit);
    }

    @Override
    public CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to) {
        return reader.range(new SeriesKey(symbol, timeframe), TimeBounds.clamp(from), TimeBounds.clamp(to));
    }

    private Window newest(@Nullable Window old, ReadableSeries series) {
        int kept = limits.candlesPerSeries();
        if (old != null && old.version == series.version()) {
            return old;
        }
        if (old != null && old.historyVersion == series.historyVersion() && !old.candles.isEmpty()) {
            Instant last = old.candles.openTime(old.candles.size() - 1);
            CandleSeries added = reader.after(series, last, kept);
            if (added.size() < kept) {
                CandleSeries all = old.candles.followedBy(added);
                return new Window(all.last(kept), series, TimeBounds.LATEST, old.fromTheStart && all.size() <= kept);
            }
        }
        CandleSeries newest = reader.newest(series, TimeBounds.LATEST, kept);
        return new Window(newest, series, TimeBounds.LATEST, newest.size() < kept);
    }

    private Window stretch(@Nullable Window old, ReadableSeries series, Instant asOf, int limit) {
        if (old != null && old.historyVersion == series.historyVersion() && old.answers(asOf, limit)) {
            return old;
        }
        CandleSeries before = reader.newest(series, asOf, limit);
        CandleSeries whole = before.lastOpenTime()
                .map(last -> before.followedBy(reader.after(series, last, limits.historyStretch())))
                .orElse(before);
        // Candles after the stretch are unknown, so it answers up to the close of its last one.
        return new Window(whole, series, whole.lastCloseTime().orElse(TimeBounds.EARLIEST), before.size() < limit);
    }

    /** Candles in memory without a hole: all that closed after the first of them opened and by {@code known}. */
    private static final class Window {

        private final CandleSeries candles;
        private final long version;
        private final long historyVersion;
        private final boolean fromTheStart;
        private final Instant known;

        Window(CandleSeries candles, ReadableSeries series, Instant known, boolean fromTheStart) {
            this.candles = candles;
            this.version = series.version();
            this.historyVersion = series.historyVersion();
            this.fromTheStart =
                    fromTheStart || candles.isEmpty() || !candles.openTime(0).isAfter(series.first());
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
}
