package dev.tradesuite.signals.book;

import dev.tradesuite.signals.TestBars;
import dev.tradesuite.signals.book.client.SignalBarMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Bars of a seeded walk that are asked for page by page. */
public final class FakeHistory implements SignalHistory {

    private final List<SignalBar> bars = new ArrayList<>();
    private Consumer<Instant> beforePage = _ -> {};

    /** Five-minute bars of a symbol. */
    public static List<SignalBar> bars(String symbol, Instant first, int count) {
        SignalBarMapper mapper = new SignalBarMapper(JsonMapper.shared());
        return TestBars.of(symbol, first, count).stream().map(mapper::bar).toList();
    }

    /** Knows these too. */
    public void add(List<SignalBar> more) {
        bars.addAll(more);
    }

    /** Has something happen before a page is read, which is told where it begins. */
    public void beforePage(Consumer<Instant> happens) {
        beforePage = happens;
    }

    @Override
    public List<SignalBar> page(SeriesName series, Instant from, Instant to, int limit) {
        beforePage.accept(from);
        return matching(series, from, to).limit(limit).toList();
    }

    @Override
    public long count(SeriesName series, Instant from, Instant to) {
        return matching(series, from, to).count();
    }

    private Stream<SignalBar> matching(SeriesName series, Instant from, Instant to) {
        return bars.stream()
                .filter(bar -> bar.series().equals(series)
                        && !bar.open().isBefore(from)
                        && bar.open().isBefore(to))
                .sorted(Comparator.comparing(SignalBar::open));
    }
}
