package dev.tradesuite.brain.feed;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.SeriesKind;
import java.util.List;

/** Makes the adapters of one kind. A bean of this type is all a new kind of feed takes. */
public interface FeedAdapterSource {

    /** What {@code suite.brain.feeds.<name>.adapter} calls it. */
    String kind();

    /** The series its bars may go to. */
    SeriesKind series();

    /**
     * An adapter for a feed. What is missing outside, such as a file or a key, is no reason to fail here: the adapter
     * says so when it is asked, and the service starts.
     *
     * @param name of the feed in the settings
     * @param settings of the feed
     * @param instruments it is to bring
     */
    FeedAdapter adapter(String name, FeedSettings.Feed settings, List<Instrument> instruments);
}
