package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the candles that are stored, and after the last of them those that follow from a finer series.
 *
 * <p>A derived candle is put together by the market's own day ({@link CandleClock}) and served only whole: its time is
 * over, and the finer candles begin no later than it does and reach its end or the end of the session. Of several finer
 * series the one that reaches furthest is taken, of equal ones the coarsest. Safe for use by several threads.
 */
public final class SeriesReader {

    /** Times the length of the answer that finer candles are looked for, until there are enough. */
    private static final List<Integer> LOOK_BACK = List.of(2, 10);

    private final CandleReader reader;
    private final SeriesIndex index;
    private final InstrumentCatalog catalog;

    public SeriesReader(CandleReader reader, SeriesIndex index, InstrumentCatalog catalog) {
        this.reader = reader;
        this.index = index;
        this.catalog = catalog;
    }

    /**
     * A series that can be read.
     *
     * @param key what it is of
     * @param first open time of its first candle
     * @param version changes with every write
     * @param historyVersion changes with every write other than adding newer candles
     * @param isStored whether some of its candles are stored
     * @param derivation how candles after those follow from a finer series; empty when none do
     */
    record ReadableSeries(
            SeriesKey key,
            Instant first,
            long version,
            long historyVersion,
            boolean isStored,
            Optional<Derivation> derivation) {}

    /**
     * How candles follow from a finer series.
     *
     * @param finer state of the finer one
     * @param clock where candles begin
     * @param first open time of the first whole candle
     * @param end open time of the first candle after it that is not whole
     */
    record Derivation(SeriesState finer, CandleClock clock, Instant first, Instant end) {

        Timeframe timeframe() {
            return finer.key().timeframe();
        }
    }

    /**
     * Exact candles, oldest first.
     *
     * @param candles all of them
     * @param derivedFrom timeframe of the stored candles from which some are put together; empty when all are stored
     */
    public record Page(List<Candle> candles, Optional<Timeframe> derivedFrom) {}

    /** The series, when it is stored or follows from one that is. */
    Optional<ReadableSeries> find(SeriesKey key) {
        Optional<SeriesState> stored = index.state(key);
        Optional<Derivation> derivation = derivation(
                key, stored.map(state -> state.last().plus(key.timeframe().length())));
        if (stored.isEmpty()) {
            return derivation.map(found -> new ReadableSeries(
                    key, found.first(), found.finer().version(), found.finer().historyVersion(), false, derivation));
        }
        SeriesState state = stored.get();
        // Both grow with every write. A stored candle takes the place of a derived one, which changes history.
        return Optional.of(
                derivation.isEmpty()
                        ? new ReadableSeries(
                                key, state.first(), state.version(), state.historyVersion(), true, derivation)
                        : new ReadableSeries(
                                key,
                                state.first(),
                                state.version() + derivation.get().finer().version(),
                                state.version() + derivation.get().finer().historyVersion(),
                                true,
                                derivation));
    }

    /** The clock by which candles of a series are put together. */
    CandleClock clock(SeriesKey key) {
        return CandleClock.of(
                catalog.find(key.symbol()).map(Instrument::assetClass).orElseThrow(), key.timeframe());
    }

    /** The newest candles that had closed at a moment, at most {@code limit}, oldest first. */
    CandleSeries newest(ReadableSeries series, Instant asOf, int limit) {
        List<Candle> derived = series.derivation()
                .map(derivation -> newest(derivation, endOfClosed(derivation.clock(), asOf), limit))
                .orElse(List.of());
        CandleSeries stored = series.isStored() && derived.size() < limit
                ? reader.newest(series.key(), asOf, limit - derived.size())
                : empty(series);
        return joined(series, stored, derived);
    }

    /** The oldest candles that open after a moment, at most {@code limit}, oldest first. */
    CandleSeries after(ReadableSeries series, Instant openTime, int limit) {
        CandleSeries stored = series.isStored() ? reader.after(series.key(), openTime, limit) : empty(series);
        List<Candle> derived = series.derivation()
                .map(derivation -> oldest(derivation, openTime.plusMillis(1), derivation.end(), limit - stored.size()))
                .orElse(List.of());
        return joined(series, stored, derived);
    }

    /** All candles that open at or after {@code from} and before {@code to}, oldest first. */
    CandleSeries range(SeriesKey key, Instant from, Instant to) {
        return find(key)
                .map(series -> {
                    CandleSeries stored = series.isStored() ? reader.range(key, from, to) : empty(series);
                    return joined(series, stored, derived(series, from, to, Integer.MAX_VALUE));
                })
                .orElseGet(() -> CandleSeries.empty(key.symbol(), key.timeframe()));
    }

    /** Exact candles that open at or after {@code from} and before {@code to}, the oldest {@code limit} of them. */
    public Page oldestOf(SeriesKey key, Instant from, Instant to, int limit) {
        return find(key)
                .map(series -> {
                    List<Candle> stored = series.isStored() ? reader.oldestOf(key, from, to, limit) : List.of();
                    return page(series, stored, derived(series, from, to, limit - stored.size()));
                })
                .orElseGet(() -> new Page(List.of(), Optional.empty()));
    }

    /** Exact candles that open before {@code to}, the newest {@code limit} of them, oldest first. */
    public Page newestOf(SeriesKey key, Instant to, int limit) {
        return find(key)
                .map(series -> {
                    List<Candle> derived = series.derivation()
                            .map(derivation -> newest(derivation, to, limit))
                            .orElse(List.of());
                    int missing = limit - derived.size();
                    List<Candle> stored =
                            series.isStored() && missing > 0 ? reader.newestOf(key, to, missing) : List.of();
                    return page(series, stored, derived);
                })
                .orElseGet(() -> new Page(List.of(), Optional.empty()));
    }

    /** Open times of the stored candles that are implausible, from {@code from} to {@code to}, oldest first. */
    public List<Instant> implausible(SeriesKey key, Instant from, Instant to) {
        return reader.implausible(key, from, to);
    }

    /** The finer series that reaches furthest; only candles that open at {@code from} or after it count. */
    private Optional<Derivation> derivation(SeriesKey key, Optional<Instant> from) {
        List<SeriesState> finer = index.ofSymbol(key.symbol()).stream()
                .filter(state -> state.key().timeframe().compareTo(key.timeframe()) < 0)
                .toList();
        if (finer.isEmpty()) {
            return Optional.empty();
        }
        CandleClock clock = clock(key);
        return finer.stream()
                .filter(state -> clock.fits(state.last(), state.key().timeframe()))
                .map(state -> derivation(state, clock, from))
                .filter(found -> found.first().isBefore(found.end()))
                .max(Comparator.comparing(Derivation::end).thenComparing(Derivation::timeframe));
    }

    private static Derivation derivation(SeriesState finer, CandleClock clock, Optional<Instant> from) {
        Instant first = clock.firstWhole(finer.first());
        Instant allowed = from.map(clock::firstFrom).orElse(first);
        return new Derivation(
                finer, clock, allowed.isAfter(first) ? allowed : first, clock.endOfWhole(finer.lastCloseTime()));
    }

    /** Open time of the first candle that had not closed at a moment. */
    private static Instant endOfClosed(CandleClock clock, Instant asOf) {
        return clock.next(clock.start(asOf.minus(clock.timeframe().length())));
    }

    private List<Candle> derived(ReadableSeries series, Instant from, Instant to, int limit) {
        return series.derivation()
                .map(derivation -> oldest(derivation, from, to, limit))
                .orElse(List.of());
    }

    private List<Candle> newest(Derivation derivation, Instant to, int limit) {
        Instant end = derivation.clock().firstFrom(earlier(to, derivation.end()));
        Duration answer = derivation.clock().timeframe().length().multipliedBy(limit);
        for (int times : LOOK_BACK) {
            Instant start = derivation.clock().start(end.minus(answer.multipliedBy(times)));
            if (start.isAfter(derivation.first())) {
                List<Candle> candles = read(derivation, start, end);
                if (candles.size() >= limit) {
                    return candles.subList(candles.size() - limit, candles.size());
                }
            }
        }
        List<Candle> all = read(derivation, derivation.first(), end);
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    private List<Candle> oldest(Derivation derivation, Instant from, Instant to, int limit) {
        Instant start = derivation.clock().firstFrom(from.isBefore(derivation.first()) ? derivation.first() : from);
        Instant end = derivation.clock().firstFrom(earlier(to, derivation.end()));
        if (limit < Integer.MAX_VALUE) {
            Duration answer = derivation.clock().timeframe().length().multipliedBy(limit);
            for (int times : LOOK_BACK) {
                Instant near = derivation.clock().start(start.plus(answer.multipliedBy(times)));
                if (near.isBefore(end)) {
                    List<Candle> candles = read(derivation, start, near);
                    if (candles.size() >= limit) {
                        return candles.subList(0, limit);
                    }
                }
            }
        }
        List<Candle> all = read(derivation, start, end);
        return all.subList(0, Math.min(limit, all.size()));
    }

    private List<Candle> read(Derivation derivation, Instant from, Instant to) {
        return from.isBefore(to) ? reader.merged(derivation.finer().key(), derivation.clock(), from, to) : List.of();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static CandleSeries empty(ReadableSeries series) {
        return CandleSeries.empty(series.key().symbol(), series.key().timeframe());
    }

    private static CandleSeries joined(ReadableSeries series, CandleSeries stored, List<Candle> derived) {
        if (derived.isEmpty()) {
            return stored;
        }
        CandleSeries after = CandleSeries.of(series.key().symbol(), series.key().timeframe(), derived);
        return stored.followedBy(after)
                .derivedFrom(series.derivation().map(Derivation::timeframe).orElse(null));
    }

    private static Page page(ReadableSeries series, List<Candle> stored, List<Candle> derived) {
        return derived.isEmpty()
                ? new Page(stored, Optional.empty())
                : new Page(
                        Stream.concat(stored.stream(), derived.stream()).toList(),
                        series.derivation().map(Derivation::timeframe));
    }
}
