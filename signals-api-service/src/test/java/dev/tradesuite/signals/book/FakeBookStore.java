package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.PaperAccount;
import dev.tradesuite.accounting.paper.PaperRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Paper accounts in memory, and the bars they were booked on. */
public final class FakeBookStore implements BookStore {

    /** What there is of a series in a run. */
    private record Series(
            Map<String, PaperAccount> accounts, List<Instant> bars, Map<Instant, BigDecimal> closes, Instant from) {

        private static final Series NEW = new Series(Map.of(), List.of(), Map.of(), Instant.MAX);
    }

    private volatile Map<String, Series> all = new ConcurrentHashMap<>();
    private Runnable beforeWrite = () -> {};

    private static String key(long run, SeriesName name) {
        return run + " " + name;
    }

    private Series find(long run, SeriesName name) {
        return all.getOrDefault(key(run, name), Series.NEW);
    }

    /** Open times of the bars that are booked, in the order they were. */
    public List<Instant> bars(long run, SeriesName name) {
        return find(run, name).bars();
    }

    /** The accounts of a series. */
    public Map<String, PaperAccount> accounts(long run, SeriesName name) {
        return find(run, name).accounts();
    }

    /** Has something happen each time bars are about to be written. */
    public void beforeWrite(Runnable happens) {
        beforeWrite = happens;
    }

    /** What takes everything back to how it is now. */
    public Runnable undo() {
        Map<String, Series> now = new ConcurrentHashMap<>(all);
        return () -> all = now;
    }

    @Override
    public Optional<Instant> lastBar(long run, SeriesName series) {
        return Optional.of(find(run, series).bars())
                .filter(bars -> !bars.isEmpty())
                .map(List::getLast);
    }

    @Override
    public Optional<Instant> coveredFrom(long run, SeriesName series) {
        return Optional.ofNullable(all.get(key(run, series))).map(Series::from);
    }

    @Override
    public Map<String, StoredAccount> lock(long run, SeriesName series, PaperRules rules) {
        Map<String, StoredAccount> accounts = new LinkedHashMap<>();
        find(run, series)
                .accounts()
                .forEach((code, account) -> accounts.put(code, new StoredAccount(code, account, OptionalLong.empty())));
        return accounts;
    }

    @Override
    public List<PositionChange> write(long run, Map<String, StoredAccount> before, List<BookedBar> booked) {
        beforeWrite.run();
        SeriesName name = booked.getFirst().bar().series();
        Series known = find(run, name);
        Map<String, PaperAccount> accounts = new LinkedHashMap<>(known.accounts());
        Map<Instant, BigDecimal> closes = new HashMap<>(known.closes());
        for (BookedBar bar : booked) {
            closes.put(bar.bar().open(), bar.bar().prices().close());
            bar.steps()
                    .forEach(step ->
                            accounts.put(step.said().strategyCode(), step.step().account()));
        }
        Stream<Instant> opens = booked.stream().map(bar -> bar.bar().open());
        List<Instant> bars = Stream.concat(known.bars().stream(), opens).toList();
        all.put(key(run, name), new Series(accounts, bars, closes, known.from()));
        return new ArrayList<>();
    }

    @Override
    public Optional<BigDecimal> correct(SignalBar bar) {
        BigDecimal close = bar.prices().close();
        Series known = find(BookRun.LIVE.id(), bar.series());
        Map<Instant, BigDecimal> closes = new HashMap<>(known.closes());
        Optional<BigDecimal> before =
                Optional.ofNullable(closes.replace(bar.open(), close)).filter(old -> old.compareTo(close) != 0);
        all.put(key(BookRun.LIVE.id(), bar.series()), new Series(known.accounts(), known.bars(), closes, known.from()));
        return before;
    }

    @Override
    public void begin(long run, SeriesName series, Instant coveredFrom) {
        Series known = find(run, series);
        all.put(key(run, series), new Series(known.accounts(), known.bars(), known.closes(), coveredFrom));
    }

    @Override
    public void clear(long run, SeriesName series) {
        all.remove(key(run, series));
    }
}
