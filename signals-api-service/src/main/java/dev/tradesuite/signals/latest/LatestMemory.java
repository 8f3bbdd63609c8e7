package dev.tradesuite.signals.latest;

import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.SeriesStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The newest signals of the live accounts, held in memory and read anew when the feed tells of a bar.
 *
 * <p>What it does not hold comes from the store: other runs, symbols whose first bar it has not heard of, and
 * everything while nobody keeps it current; who asks for the same at the same time shares one read. Safe for many
 * threads.
 */
public final class LatestMemory {

    private static final long LIVE = 0;

    /** A job can write accounts the feed does not tell of. */
    private static final long OLD_NANOS = Duration.ofSeconds(10).toNanos();

    /**
     * What is held of a series.
     *
     * @param accounts in the order of the strategies
     * @param signals newest, by id of the strategy
     * @param price close of the newest bar
     */
    private record Held(List<ModelAccount> accounts, Map<Integer, LastSignal> signals, Optional<MarketQuote> price) {}

    /**
     * All that is held.
     *
     * @param series in the order of the store
     */
    private record All(List<ModelSeries> series, Map<ModelSeries, Held> held) {

        private static final All NOTHING = new All(List.of(), Map.of());
    }

    private final SeriesStore series;
    private final LatestStore latest;
    private final LongSupplier nanos;
    private final SharedReads<Long, List<ModelSeries>> seriesReads = new SharedReads<>();
    private final SharedReads<ModelSeries, List<ModelAccount>> accountReads = new SharedReads<>();
    private final SharedReads<ModelSeries, Map<Integer, LastSignal>> signalReads = new SharedReads<>();
    private final SharedReads<ModelSeries, Optional<MarketQuote>> priceReads = new SharedReads<>();
    private final AtomicLong readAtNanos = new AtomicLong();
    private volatile All all = All.NOTHING;
    private volatile boolean current;
    private volatile Runnable refresh = () -> {};

    /** @param nanos a clock for periods */
    public LatestMemory(SeriesStore series, LatestStore latest, LongSupplier nanos) {
        this.series = series;
        this.latest = latest;
        this.nanos = nanos;
    }

    /** Names who reads everything anew, on a thread of its own, when what is asked for has become old. */
    public void refreshedBy(Runnable reader) {
        refresh = reader;
    }

    /** Whether somebody keeps it current; if not, answers come from the store. */
    public void current(boolean is) {
        current = is;
    }

    /** Reads everything anew. */
    public synchronized void read() {
        List<ModelSeries> live = series.series(LIVE);
        Map<ModelSeries, Held> held = new HashMap<>();
        live.forEach(each -> held.put(each, held(each)));
        all = new All(live, Map.copyOf(held));
        readAtNanos.set(nanos.getAsLong());
    }

    /** Reads anew what there is of a symbol. */
    public synchronized void read(String symbol) {
        List<ModelSeries> live = series.series(LIVE);
        Map<ModelSeries, Held> held = new HashMap<>();
        Map<ModelSeries, Held> before = all.held();
        live.forEach(each -> {
            Held known = before.get(each);
            held.put(each, known == null || each.symbol().equals(symbol) ? held(each) : known);
        });
        all = new All(live, Map.copyOf(held));
    }

    /** The accounts, from memory where it has them. */
    public SeriesStore accounts() {
        return new SeriesStore() {

            @Override
            public List<Long> runs() {
                return series.runs();
            }

            @Override
            public List<ModelStrategy> strategies() {
                return series.strategies();
            }

            @Override
            public List<ModelSeries> series(long run) {
                refreshIfOld();
                All known = all;
                return run == LIVE && current && !known.series().isEmpty()
                        ? known.series()
                        : seriesReads.read(run, () -> series.series(run));
            }

            @Override
            public List<ModelAccount> accounts(ModelSeries of) {
                return find(of).map(Held::accounts).orElseGet(() -> accountReads.read(of, () -> series.accounts(of)));
            }
        };
    }

    /** What was said last, from memory where it has it. */
    public LatestStore signals() {
        return new LatestStore() {

            @Override
            public Map<Integer, LastSignal> signals(ModelSeries of) {
                return find(of).map(Held::signals).orElseGet(() -> signalReads.read(of, () -> latest.signals(of)));
            }

            @Override
            public Optional<MarketQuote> price(ModelSeries of) {
                return find(of).map(Held::price).orElseGet(() -> priceReads.read(of, () -> latest.price(of)));
            }
        };
    }

    private Optional<Held> find(ModelSeries of) {
        return current ? Optional.ofNullable(all.held().get(of)) : Optional.empty();
    }

    private Held held(ModelSeries each) {
        return new Held(series.accounts(each), Map.copyOf(latest.signals(each)), latest.price(each));
    }

    private void refreshIfOld() {
        long read = readAtNanos.get();
        long now = nanos.getAsLong();
        if (current && now - read > OLD_NANOS && readAtNanos.compareAndSet(read, now)) {
            refresh.run();
        }
    }
}
