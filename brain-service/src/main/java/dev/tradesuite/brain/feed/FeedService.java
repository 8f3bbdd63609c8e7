package dev.tradesuite.brain.feed;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.feed.FeedLeases.FeedReport;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.MarketStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** How the feeds go. */
public final class FeedService {

    private final List<Feed> feeds;
    private final FeedLeases leases;
    private final Function<SeriesKey, Optional<SeriesState>> stored;
    private final MarketHours hours;
    private final Clock clock;

    public FeedService(
            List<Feed> feeds,
            FeedLeases leases,
            Function<SeriesKey, Optional<SeriesState>> stored,
            MarketHours hours,
            Clock clock) {
        this.feeds = List.copyOf(feeds);
        this.leases = leases;
        this.stored = stored;
        this.hours = hours;
        this.clock = clock;
    }

    /** Every feed of the settings that is on. */
    List<Feed> feeds() {
        return feeds;
    }

    /** Every feed of the settings that is on, with its state. */
    public List<FeedStatus> statuses() {
        Map<String, FeedReport> reports = leases.reports();
        Instant now = clock.instant();
        return feeds.stream().map(feed -> status(feed, reports, now)).toList();
    }

    private FeedStatus status(Feed feed, Map<String, FeedReport> reports, Instant now) {
        FeedReport report = reports.getOrDefault(feed.name(), FeedReport.starting());
        boolean isClosed =
                feed.instruments().stream().allMatch(instrument -> hours.status(instrument, now) != MarketStatus.OPEN);
        FeedState state = report.state() == FeedState.RUNNING && isClosed ? FeedState.MARKET_CLOSED : report.state();
        return new FeedStatus(
                feed,
                state,
                report.lastError(),
                report.reason(),
                feed.instruments().stream()
                        .map(instrument -> symbol(feed, instrument, now))
                        .toList());
    }

    private SymbolStatus symbol(Feed feed, Instrument instrument, Instant now) {
        Optional<Instant> last = stored.apply(new SeriesKey(instrument.symbol(), feed.timeframe()))
                .map(SeriesState::last);
        Optional<Instant> closed = last.map(open -> open.plus(feed.timeframe().length()));
        Instant closedBy = now.minus(feed.adapter().delay());
        return new SymbolStatus(
                instrument.symbol(),
                last,
                closed.map(at -> Math.max(0, Duration.between(at, now).toSeconds())),
                feed.adapter()
                        .missing(
                                instrument,
                                closed.orElseGet(() -> feed.historyFrom(closedBy)),
                                closedBy,
                                new MissingBars(hours, feed.timeframe().length())));
    }

    /**
     * A feed and how it goes.
     *
     * @param lastError what went wrong last; empty when nothing has since the last good answer
     * @param reason why it has ended; empty while it has not
     */
    public record FeedStatus(
            Feed feed,
            FeedState state,
            Optional<String> lastError,
            Optional<String> reason,
            List<SymbolStatus> symbols) {}

    /**
     * A symbol of a feed.
     *
     * @param lastBar open time of the newest stored bar
     * @param ageSeconds since it closed
     * @param barsMissing bars that its source should have brought since, or since the begin of its history without any;
     *     empty when that cannot be known now
     */
    public record SymbolStatus(
            String symbol, Optional<Instant> lastBar, Optional<Long> ageSeconds, OptionalLong barsMissing) {}
}
