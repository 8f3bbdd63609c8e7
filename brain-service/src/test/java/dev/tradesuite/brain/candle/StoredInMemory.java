package dev.tradesuite.brain.candle;

import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Exact candles in memory, written by the import and read like the database's. */
public final class StoredInMemory implements CandleReader, CandleWriter {

    private final Map<SeriesKey, NavigableMap<Instant, Candle>> candles = new TreeMap<>();
    private final List<Announcing> announcing = new ArrayList<>();
    private final List<Instant> doubted = new ArrayList<>();
    private final Clock clock;

    public StoredInMemory(Clock clock) {
        this.clock = clock;
    }

    /** The import that writes here. */
    public CandleImportService imports() {
        return new CandleImportService(
                this, this, new SeriesIndex(this::states, Duration.ZERO, System::nanoTime), clock);
    }

    /** What each import announced, in order. */
    public List<Announcing> announcing() {
        return announcing;
    }

    /** Stores candles. */
    public void store(SeriesKey key, List<Candle> all) {
        all.forEach(candle -> of(key).put(candle.openTime(), candle));
    }

    /** Marks a stored candle as implausible. */
    public void doubt(Instant openTime) {
        doubted.add(openTime);
    }

    /** Open times of a series, oldest first. */
    public List<Instant> openTimes(SeriesKey key) {
        return List.copyOf(of(key).keySet());
    }

    /** State of a series. */
    public Optional<SeriesState> state(SeriesKey key) {
        return states().stream().filter(state -> state.key().equals(key)).findFirst();
    }

    @Override
    public Merge write(ImportOrder order, Consumer<Staging> rows) {
        announcing.add(order.announcing());
        rows.accept(row -> of(new SeriesKey(row.symbol(), order.timeframe()))
                .putIfAbsent(
                        row.openTime(),
                        new Candle(row.openTime(), row.open(), row.high(), row.low(), row.close(), row.volume())));
        return new Merge(List.of(), List.of());
    }

    @Override
    public List<SeriesState> states() {
        return candles.entrySet().stream()
                .filter(series -> !series.getValue().isEmpty())
                .map(series -> {
                    NavigableMap<Instant, Candle> stored = series.getValue();
                    return new SeriesState(
                            series.getKey(),
                            stored.firstKey(),
                            stored.lastKey(),
                            stored.lastKey(),
                            stored.lastEntry().getValue().close(),
                            stored.size(),
                            stored.size(),
                            0);
                })
                .toList();
    }

    @Override
    public CandleSeries newest(SeriesKey key, Instant asOf, int limit) {
        return series(key, believed(key)).closedBy(asOf).last(limit);
    }

    @Override
    public CandleSeries after(SeriesKey key, Instant openTime, int limit) {
        return series(
                key,
                believed(key).stream()
                        .filter(candle -> candle.openTime().isAfter(openTime))
                        .limit(limit)
                        .toList());
    }

    @Override
    public CandleSeries range(SeriesKey key, Instant from, Instant to) {
        return series(key, believed(key)).between(from, to);
    }

    @Override
    public long[] openTimes(SeriesKey key, Instant from, Instant to) {
        return series(key, oldestOf(key, from, to, Integer.MAX_VALUE)).openMillis();
    }

    @Override
    public List<Candle> oldestOf(SeriesKey key, Instant from, Instant to, int limit) {
        return of(key).subMap(from, true, to, false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Candle> newestOf(SeriesKey key, Instant to, int limit) {
        List<Candle> all = List.copyOf(of(key).headMap(to, false).values());
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public List<Instant> implausible(SeriesKey key, Instant from, Instant to) {
        return doubted.stream()
                .filter(open -> !open.isBefore(from) && !open.isAfter(to))
                .toList();
    }

    @Override
    public List<Candle> merged(SeriesKey finer, CandleClock clock, Instant from, Instant to) {
        throw new AssertionError("not asked in these tests");
    }

    @Override
    public List<SlotClose> closes(
            String symbol, CandleClock clock, List<CloseSource> sources, long fromSlot, long toSlot, int limit) {
        throw new AssertionError("not asked in these tests");
    }

    private List<Candle> believed(SeriesKey key) {
        return of(key).values().stream()
                .filter(candle -> !doubted.contains(candle.openTime()))
                .toList();
    }

    private NavigableMap<Instant, Candle> of(SeriesKey key) {
        return candles.computeIfAbsent(key, _ -> new TreeMap<>());
    }

    private static CandleSeries series(SeriesKey key, List<Candle> all) {
        return CandleSeries.of(key.symbol(), key.timeframe(), all);
    }
}
