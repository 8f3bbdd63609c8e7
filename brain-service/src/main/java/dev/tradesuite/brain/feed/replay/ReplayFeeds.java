package dev.tradesuite.brain.feed.replay;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAdapterSource;
import dev.tradesuite.brain.feed.FeedSettings;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.SeriesKind;
import dev.tradesuite.support.boot.ConfigMistake;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes feeds that play files.
 *
 * @param catalog finds instruments by what files call them
 * @param places where replays stand in time
 * @param stored state of a stored series
 * @param maxBytes size a file may have when unpacked
 */
public record ReplayFeeds(
        InstrumentCatalog catalog,
        ReplayPlaces places,
        Function<SeriesKey, Optional<SeriesState>> stored,
        long maxBytes,
        Clock clock)
        implements FeedAdapterSource {

    @Override
    public String kind() {
        return "replay";
    }

    @Override
    public SeriesKind series() {
        return SeriesKind.REPLAYED;
    }

    @Override
    public FeedAdapter adapter(String name, FeedSettings.Feed settings, List<Instrument> instruments) {
        Path path = settings.file();
        if (path == null) {
            throw new ConfigMistake(
                    "suite.brain.feeds." + name + " plays a file and names none",
                    "Set suite.brain.feeds." + name + ".file to a CSV file, plain or gzip.");
        }
        return new ReplayFeed(
                new ReplayFeed.Start(name, settings.timeframe(), Duration.ofDays(settings.historyDays())),
                new ReplayFile(path, settings.zone(), settings.timeframe(), instruments, catalog, maxBytes),
                places,
                () -> instruments.stream()
                        .anyMatch(instrument -> stored.apply(new SeriesKey(instrument.symbol(), settings.timeframe()))
                                .isPresent()),
                clock);
    }
}
