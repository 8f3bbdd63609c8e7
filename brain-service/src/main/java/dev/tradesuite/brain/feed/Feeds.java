package dev.tradesuite.brain.feed;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.SeriesKind;
import dev.tradesuite.support.boot.ConfigMistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The feeds that are to run.
 *
 * @param all in the order of their names
 */
record Feeds(List<Feed> all) {

    Feeds {
        all = List.copyOf(all);
    }

    /**
     * The feeds of the settings that are on.
     *
     * @throws ConfigMistake when one names an adapter or a symbol that there is not
     */
    static Feeds of(FeedSettings settings, InstrumentCatalog catalog, List<FeedAdapterSource> sources) {
        return new Feeds(new TreeMap<>(settings.feeds())
                .entrySet().stream()
                        .filter(entry -> entry.getValue().enabled())
                        .map(entry -> feed(entry, catalog, sources))
                        .toList());
    }

    private static Feed feed(
            Map.Entry<String, FeedSettings.Feed> entry, InstrumentCatalog catalog, List<FeedAdapterSource> sources) {
        String setting = "suite.brain.feeds." + entry.getKey();
        FeedSettings.Feed feed = entry.getValue();
        FeedAdapterSource source = source(setting, feed.adapter(), sources);
        List<Instrument> instruments = feed.symbols().stream()
                .map(symbol -> instrument(setting, symbol, source.series(), catalog))
                .distinct()
                .toList();
        return new Feed(
                entry.getKey(),
                feed.adapter(),
                source.adapter(entry.getKey(), feed, instruments),
                instruments,
                feed.timeframe(),
                feed.historyDays());
    }

    private static FeedAdapterSource source(String setting, String kind, List<FeedAdapterSource> sources) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ConfigMistake(
                        setting + ".adapter is " + kind + ", and there is no such adapter",
                        sources.stream()
                                .map(FeedAdapterSource::kind)
                                .sorted()
                                .collect(Collectors.joining(", ", "Use one of: ", "."))));
    }

    private static Instrument instrument(String setting, String symbol, SeriesKind kind, InstrumentCatalog catalog) {
        Optional<Instrument> found = catalog.find(symbol);
        return found.filter(instrument -> instrument.seriesKind() == kind)
                .orElseThrow(() -> new ConfigMistake(
                        setting + ".symbols names " + symbol + ", which this feed cannot bring",
                        "Use an instrument of the catalogue" + ending(kind)));
    }

    private static String ending(SeriesKind kind) {
        return kind == SeriesKind.MARKET
                ? ", such as EURUSD."
                : ", followed by its ending, such as " + kind.symbolOf("EURUSD") + ".";
    }
}
