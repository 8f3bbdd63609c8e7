package dev.tradesuite.brain.feed;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A feed that is to run.
 *
 * @param name of the feed in the settings
 * @param kind of its adapter
 * @param adapter where its bars come from
 * @param instruments what it brings
 * @param timeframe length of its bars
 * @param historyDays days before the first start that it fetches
 */
public record Feed(
        String name,
        String kind,
        FeedAdapter adapter,
        List<Instrument> instruments,
        Timeframe timeframe,
        int historyDays) {

    public Feed {
        instruments = List.copyOf(instruments);
    }

    /** Where the history of a series begins that has no bar yet: at the opening of a bar. */
    Instant historyFrom(Instant closedBy) {
        long length = timeframe.length().toMillis();
        Instant newest = Instant.ofEpochMilli(Math.floorDiv(closedBy.toEpochMilli(), length) * length - length);
        return newest.minus(Duration.ofDays(historyDays));
    }
}
