package dev.tradesuite.brain.feed;

import dev.tradesuite.brain.candle.Candle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a source answers about one instrument. */
public sealed interface FeedAnswer {

    /**
     * Closed bars, oldest first; none when the source has no newer ones.
     *
     * @param readUntil up to when the source is known to have no other bars; empty when more may come
     */
    record Bars(List<Candle> bars, Optional<Instant> readUntil) implements FeedAnswer {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * The source refuses this instrument; it may still bring the others.
     *
     * @param reason without secrets
     */
    record Refused(String reason) implements FeedAnswer {}

    /**
     * The source has no further bar and will have none.
     *
     * @param reason a sentence for the operator
     */
    record Ended(String reason) implements FeedAnswer {}

    /** Bars of a source that may bring late ones. */
    static FeedAnswer of(List<Candle> bars) {
        return new Bars(bars, Optional.empty());
    }

    /** Bars of a source that has no others before a moment. */
    static FeedAnswer complete(List<Candle> bars, Instant until) {
        return new Bars(bars, Optional.of(until));
    }
}
