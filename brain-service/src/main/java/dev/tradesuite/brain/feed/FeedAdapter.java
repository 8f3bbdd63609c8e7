package dev.tradesuite.brain.feed;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A source of bars, ready to be asked. It is asked for bars by one thread at a time, and for the rest by any. */
public interface FeedAdapter {

    /** Name kept with every bar. */
    String source();

    /** Label of its bars and prices. */
    RunLabel label();

    /** How long after a bar has closed it is asked for. */
    Duration delay();

    /**
     * The bars of each instrument that open at or after a moment and have closed by another. An adapter may bring the
     * oldest of them only, and may leave out instruments that it cannot ask for yet: it is asked again for the rest.
     *
     * @param from first open time of each instrument
     * @param closedBy only bars that have closed by then
     * @throws FeedException when the source does not answer, or refuses as a whole
     */
    Map<Instrument, FeedAnswer> bars(Map<Instrument, Instant> from, Instant closedBy);

    /** The price inside the running bar; empty when the source tells none between bars. */
    default Optional<BigDecimal> price(Instrument instrument, Instant now) {
        return Optional.empty();
    }

    /**
     * How many bars are missing in a stretch; empty when that cannot be known now.
     *
     * @param from close of the newest bar there is
     * @param closedBy end of the stretch
     * @param market counts the bars of the market's open hours
     */
    default OptionalLong missing(Instrument instrument, Instant from, Instant closedBy, MissingBars market) {
        return OptionalLong.of(market.count(instrument, from, closedBy));
    }
}
