package dev.tradesuite.brain.feed.client;

import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAdapterSource;
import dev.tradesuite.brain.feed.FeedSettings;
import dev.tradesuite.brain.feed.MinuteCredits;
import dev.tradesuite.brain.feed.TwelveDataSettings;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.SeriesKind;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes feeds from Twelve Data, which share the credits of one account. */
@Component
final class TwelveDataClient implements FeedAdapterSource {

    private static final String KIND = "twelve-data";

    private final TwelveDataHttp http;
    private final MinuteCredits credits;
    private final int creditsPerMinute;

    TwelveDataClient(TwelveDataSettings settings, JsonMapper json, MinuteCredits credits) {
        this.http = new TwelveDataHttp(settings, json);
        this.credits = credits;
        this.creditsPerMinute = settings.creditsPerMinute();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SeriesKind series() {
        return SeriesKind.MARKET;
    }

    @Override
    public FeedAdapter adapter(String name, FeedSettings.Feed settings, List<Instrument> instruments) {
        return new TwelveDataFeed(http, wanted -> credits.spend(KIND, wanted, creditsPerMinute), settings.timeframe());
    }
}
