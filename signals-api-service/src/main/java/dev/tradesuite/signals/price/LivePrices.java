package dev.tradesuite.signals.price;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The newest price between bars of each symbol, as this instance heard it. Every instance hears all of them. Safe for
 * many threads.
 */
public final class LivePrices {

    /** How far the clock of the brain may be ahead. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final ConcurrentMap<String, MarketQuote> newest = new ConcurrentHashMap<>();
    private final Clock clock;

    public LivePrices(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes in a price; one that cannot be, or is older than the one known, is passed over.
     *
     * @return whether it is the newest now
     */
    public boolean heard(MarketQuote quote) {
        if (quote.price().signum() <= 0 || quote.at().isAfter(clock.instant().plus(AHEAD))) {
            return false;
        }
        MarketQuote now =
                newest.merge(quote.symbol(), quote, (known, other) -> other.at().isAfter(known.at()) ? other : known);
        return now.equals(quote);
    }

    /** The newest price of a symbol after a moment; empty when there is none. */
    public Optional<MarketQuote> after(String symbol, Instant moment) {
        return Optional.ofNullable(newest.get(symbol))
                .filter(quote -> quote.at().isAfter(moment));
    }
}
