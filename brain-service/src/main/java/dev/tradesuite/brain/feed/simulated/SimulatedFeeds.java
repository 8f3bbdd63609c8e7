package dev.tradesuite.brain.feed.simulated;

import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAdapterSource;
import dev.tradesuite.brain.feed.FeedSettings;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.SeriesKind;
import java.util.List;

/** Makes feeds of made-up markets. */
public final class SimulatedFeeds implements FeedAdapterSource {

    @Override
    public String kind() {
        return "simulated";
    }

    @Override
    public SeriesKind series() {
        return SeriesKind.SIMULATED;
    }

    @Override
    public FeedAdapter adapter(String name, FeedSettings.Feed settings, List<Instrument> instruments) {
        return new SimulatedFeed(settings.seed(), settings.timeframe());
    }
}
