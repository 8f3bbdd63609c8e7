package dev.tradesuite.market;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where events and markets come from. Safe for use by many threads.
 *
 * <p>Every method that reads throws a {@link MarketSourceException} when the venue, or the file, cannot be read at all.
 * A single market that cannot be read is left out and told in a warning instead.
 */
public interface MarketSource {

    /** The source's key in the settings: {@code file}, {@code gamma} or {@code simulated}. */
    String kind();

    /** What a trade on these markets is: SIMULATED when a simulator made them, otherwise PAPER. */
    RunLabel label();

    /** How old a snapshot may be for a trade to rest on it; empty: it is always of now. */
    default Optional<Duration> maxAge() {
        return Optional.empty();
    }

    /** The events that are open now, each with its markets. */
    MarketSnapshot snapshot();

    /**
     * The markets with these ids as they are now, those that are closed or resolved too. An id that the venue does not
     * know, or whose market cannot be read, is missing from the answer.
     *
     * @param marketIds ids at the venue, in any number
     */
    List<Market> markets(Collection<String> marketIds);
}
