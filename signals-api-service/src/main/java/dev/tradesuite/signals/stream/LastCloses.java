package dev.tradesuite.signals.stream;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Closes of the newest bars, which prices are told against: the close of a bar against that of the bar before in its
 * series, a price between bars against the newest close of the symbol. Safe for many threads.
 */
public final class LastCloses {

    /**
     * How a price differs from the close before it.
     *
     * @param amount price - close
     * @param percent 100 x amount / close, with 4 decimals
     */
    public record Change(BigDecimal amount, BigDecimal percent) {}

    private record Series(String symbol, String timeframe) {}

    private final ConcurrentMap<Series, BigDecimal> bars = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, BigDecimal> newest = new ConcurrentHashMap<>();

    /** Notes the close of a bar; what the price changed by since the bar before it. */
    public Optional<Change> closed(String symbol, String timeframe, BigDecimal close) {
        newest.put(symbol, close);
        return change(Optional.ofNullable(bars.put(new Series(symbol, timeframe), close)), close);
    }

    /** Notes a close where none is known. */
    public void fill(String symbol, String timeframe, BigDecimal close) {
        newest.putIfAbsent(symbol, close);
        bars.putIfAbsent(new Series(symbol, timeframe), close);
    }

    /** What a price differs by from the newest close; empty when none is known. */
    public Optional<Change> change(String symbol, BigDecimal price) {
        return change(Optional.ofNullable(newest.get(symbol)), price);
    }

    private static Optional<Change> change(Optional<BigDecimal> before, BigDecimal price) {
        return before.filter(close -> close.signum() > 0).map(close -> {
            BigDecimal amount = price.subtract(close);
            return new Change(Amounts.stripped(amount), Amounts.percent(amount, close));
        });
    }
}
