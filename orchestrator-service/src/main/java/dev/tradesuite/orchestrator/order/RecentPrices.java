package dev.tradesuite.orchestrator.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Newest closes this process has seen, by symbol.
 *
 * <p>Memory only: after a start the prices an order was made with serve until the first candle. Safe for many threads.
 */
public final class RecentPrices {

    private final Map<String, Close> closes = new ConcurrentHashMap<>();

    /** Takes note of a close unless a newer one is known. */
    public void seen(Bar bar) {
        closes.merge(
                bar.symbol(),
                new Close(bar.close(), bar.closeTime()),
                (known, next) -> next.at.isBefore(known.at) ? known : next);
    }

    /** The newest close of a symbol, when it is later than the given time. */
    Optional<BigDecimal> newerThan(String symbol, Instant time) {
        Close close = closes.get(symbol);
        return close != null && close.at.isAfter(time) ? Optional.of(close.price) : Optional.empty();
    }

    private record Close(BigDecimal price, Instant at) {}
}
