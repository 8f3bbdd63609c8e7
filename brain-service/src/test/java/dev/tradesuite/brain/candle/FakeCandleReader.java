package dev.tradesuite.brain.candle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A database of closes in memory that counts the questions it is asked. */
final class FakeCandleReader implements CandleReader {

    private final Map<SeriesKey, TreeMap<Instant, Double>> candles = new HashMap<>();
    private final Map<SeriesKey, long[]> versions = new HashMap<>();
    final List<String> questions = new ArrayList<>();

    /** What happens while the newest candles are read. */
    Interruptible beforeNewest = () -> {};

    /** Something that may wait. */
    interface Interruptible {
        void run() throws InterruptedException;
    }

    /** Stores a close as another process would: the version grows, nobody is told. */
    void store(SeriesKey key, Instant openTime, double close) {
        TreeMap<Instant, Double> series = candles.computeIfAbsent(key, _ -> new TreeMap<>());
        long[] version = versions.computeIfAbsent(key, _ -> new long[2]);
        version[0]++;
        if (!series.isEmpty() && !openTime.isAfter(series.lastKey())) {
            version[1]++;
        }
        series.put(openTime, close);
    }

    @Override
    public List<SeriesState> states() {
        questions.add("states");
        return candles.entrySet().stream()
                .map(series -> {
                    TreeMap<Instant, Double> closes = series.getValue();
                    long[] version = version(series.getKey());
                    return new SeriesState(
                            series.getKey(),
                            closes.firstKey(),
                            closes.lastKey(),
                            closes.lastKey(),
                            BigDecimal.valueOf(closes.lastEntry().getValue()),
                            closes.size(),
                            version[0],
                            version[1]);
                })
                .toList();
    }

    private long[] version(SeriesKey key) {
        return versions.getOrDefault(key, new long[2]);
    }

    @Override
    public CandleSeries newest(SeriesKey key, Instant asOf, int limit) {
        questions.add("newest");
        try {
            beforeNewest.run();
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
        return series(key, series(key)).closedBy(asOf).last(limit);
    }

    @Override
    public CandleSeries after(SeriesKey key, Instant openTime, int limit) {
        questions.add("after");
        TreeMap<Instant, Double> found = new TreeMap<>();
        series(key).tailMap(openTime, false).entrySet().stream()
                .limit(limit)
                .forEach(candle -> found.put(candle.getKey(), candle.getValue()));
        return series(key, found);
    }

    @Override
    public CandleSeries range(SeriesKey key, Instant from, Instant to) {
        questions.add("range");
        return series(key, series(key)).between(from, to);
    }

    @Override
    public long[] openTimes(SeriesKey key, Instant from, Instant to) {
        questions.add("openTimes");
        return series(key, series(key)).between(from, to).openMillis();
    }

    @Override
    public List<Candle> oldestOf(SeriesKey key, Instant from, Instant to, int limit) {
        return series(key).subMap(from, to).entrySet().stream()
                .limit(limit)
                .map(candle -> flat(candle.getKey(), candle.getValue()))
                .toList();
    }

    @Override
    public List<Candle> newestOf(SeriesKey key, Instant to, int limit) {
        List<Candle> all = oldestOf(key, Instant.MIN, to, Integer.MAX_VALUE);
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public List<Instant> implausible(SeriesKey key, Instant from, Instant to) {
        throw new UnsupportedOperationException("not asked in these tests");
    }

    @Override
    public List<Candle> merged(SeriesKey finer, CandleClock clock, Instant from, Instant to) {
        questions.add("merged");
        TreeMap<Instant, Double> lastByStart = new TreeMap<>();
        series(finer).subMap(from, to).forEach((open, close) -> lastByStart.put(clock.start(open), close));
        return lastByStart.entrySet().stream()
                .map(candle -> flat(candle.getKey(), candle.getValue()))
                .toList();
    }

    @Override
    public List<SlotClose> closes(
            String symbol, CandleClock clock, List<CloseSource> sources, long fromSlot, long toSlot, int limit) {
        questions.add("closes");
        TreeMap<Long, SlotClose> bySlot = new TreeMap<>();
        sources.stream().sorted(Comparator.comparing(CloseSource::timeframe)).forEach(source -> series(
                        new SeriesKey(symbol, source.timeframe()))
                .headMap(source.end(), false)
                .forEach((open, close) -> {
                    Instant last = open.plus(source.timeframe().length()).minusMillis(1);
                    long slot = source.isByClock()
                            ? Slots.of(clock.start(open).toEpochMilli(), clock.timeframe())
                            : Slots.ofLastInstant(last.toEpochMilli(), clock.timeframe());
                    if (slot >= fromSlot && slot <= toSlot) {
                        bySlot.put(slot, new SlotClose(slot, BigDecimal.valueOf(close), source.timeframe()));
                    }
                }));
        return bySlot.descendingMap().values().stream().limit(limit).toList();
    }

    private static Candle flat(Instant openTime, double price) {
        BigDecimal exact = BigDecimal.valueOf(price);
        return new Candle(openTime, exact, exact, exact, exact, BigDecimal.ONE);
    }

    private NavigableMap<Instant, Double> series(SeriesKey key) {
        return candles.getOrDefault(key, new TreeMap<>());
    }

    private static CandleSeries series(SeriesKey key, Map<Instant, Double> closes) {
        CandleSeries.Builder builder = new CandleSeries.Builder(key.symbol(), key.timeframe(), closes.size());
        closes.forEach((open, close) -> builder.add(open.toEpochMilli(), close, close, close, close, 1));
        return builder.build();
    }
}
