package dev.tradesuite.brain.feed;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.feed.FeedLeases.FeedReport;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.MarketHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a feed does once a second: keep its lease, store the bars that have closed since the newest stored one, and tell
 * the price inside the running bar.
 *
 * <p>It asks by what is stored, so a start, an outage and a takeover by another instance need nothing of their own: the
 * bars that are missing are those after the newest one. Nothing is asked for while a market is closed. A source that
 * fails, and an instrument that it refuses or has nothing new of, are asked about again after a pause that doubles, at
 * most five minutes.
 */
public final class FeedRun {

    private static final Logger log = LoggerFactory.getLogger(FeedRun.class);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final Feed feed;
    private final FeedLeases leases;
    private final FeedStore store;
    private final FeedPrices prices;
    private final MissingBars market;
    private final Clock clock;
    private final FeedPause pause = new FeedPause();
    private final Map<Instrument, FeedProgress> progress = new LinkedHashMap<>();
    private boolean hasReported;

    /** @param store the stored series */
    public FeedRun(Feed feed, FeedLeases leases, FeedStore store, FeedPrices prices, MarketHours hours, Clock clock) {
        this.feed = feed;
        this.leases = leases;
        this.store = store;
        this.prices = prices;
        this.market = new MissingBars(hours, feed.timeframe().length());
        this.clock = clock;
        feed.instruments().forEach(instrument -> progress.put(instrument, new FeedProgress()));
    }

    /** Does what is due. Not for several threads at a time. */
    public void tick() {
        if (!leases.hold(feed.name(), LEASE)) {
            hasReported = false;
            return;
        }
        Instant now = clock.instant();
        if (pause.isOver(now)) {
            fetch(now);
        }
        for (Instrument instrument : feed.instruments()) {
            feed.adapter()
                    .price(instrument, now)
                    .ifPresent(price -> prices.tell(
                            instrument.symbol(),
                            price,
                            now,
                            feed.adapter().source(),
                            feed.adapter().label()));
        }
    }

    /** Gives the lease back. */
    public void end() {
        leases.release(feed.name());
    }

    private void fetch(Instant now) {
        Instant closedBy = now.minus(feed.adapter().delay());
        Map<Instrument, Instant> missing = missing(closedBy, now);
        if (missing.isEmpty()) {
            if (!hasReported) {
                report(report(FeedState.RUNNING));
            }
            return;
        }
        try {
            Map<Instrument, FeedAnswer> answers = feed.adapter().bars(missing, closedBy);
            answers.forEach((instrument, answer) -> take(instrument, answer, now));
            pause.end();
            if (!answers.isEmpty()) {
                report(report(isBehind(answers, closedBy) ? FeedState.CATCHING_UP : FeedState.RUNNING));
            }
        } catch (FeedException failure) {
            log.warn("Feed {} brings no bars: {}", feed.name(), failure.getMessage());
            report(FeedReport.of(failure));
            pause.begin(now, failure.retryAfter());
        }
    }

    /** First missing open time of each instrument that is to be asked for. */
    private Map<Instrument, Instant> missing(Instant closedBy, Instant now) {
        Map<Instrument, Instant> missing = new LinkedHashMap<>();
        progress.forEach((instrument, at) -> {
            if (at.isDue(now)) {
                Instant from = at.from(store.newestClose(feed, instrument).orElseGet(() -> feed.historyFrom(closedBy)));
                if (market.count(instrument, from, closedBy) > 0) {
                    missing.put(instrument, from);
                }
            }
        });
        return missing;
    }

    private void take(Instrument instrument, FeedAnswer answer, Instant now) {
        FeedProgress at = Objects.requireNonNull(progress.get(instrument), instrument.symbol());
        switch (answer) {
            case FeedAnswer.Bars(List<Candle> bars, Optional<Instant> until) -> {
                Optional<String> refusal = bars.isEmpty() ? Optional.empty() : store.store(feed, instrument, bars);
                if (refusal.isPresent()) {
                    at.refused(refusal.get(), now);
                } else if (bars.isEmpty() && until.isEmpty()) {
                    at.broughtNothing(now);
                } else {
                    at.brought(until);
                }
            }
            case FeedAnswer.Refused(String reason) -> at.refused(reason, now);
            case FeedAnswer.Ended(String reason) -> at.ended(reason, now);
        }
    }

    /** Whether what was read now is history. */
    private boolean isBehind(Map<Instrument, FeedAnswer> answers, Instant closedBy) {
        Instant behind = closedBy.minus(feed.timeframe().length().multipliedBy(FeedStore.NEWS));
        return answers.values().stream()
                .anyMatch(answer -> answer instanceof FeedAnswer.Bars(var _, Optional<Instant> until)
                        && until.filter(at -> at.isBefore(behind)).isPresent());
    }

    private FeedReport report(FeedState whileItBrings) {
        if (progress.values().stream().allMatch(at -> at.end().isPresent())) {
            return FeedReport.ended(joined(FeedProgress::end));
        }
        boolean isFailing = progress.values().stream()
                .allMatch(at -> at.fault().isPresent() || at.end().isPresent());
        String faults = joined(FeedProgress::fault);
        return new FeedReport(
                isFailing ? FeedState.FAILING : whileItBrings,
                faults.isEmpty() ? Optional.empty() : Optional.of(faults),
                Optional.empty());
    }

    private String joined(Function<FeedProgress, Optional<String>> part) {
        return progress.entrySet().stream()
                .flatMap(entry ->
                        part.apply(entry.getValue()).map(text -> entry.getKey().symbol() + ": " + text).stream())
                .collect(Collectors.joining("; "));
    }

    private void report(FeedReport report) {
        leases.report(feed.name(), report);
        hasReported = true;
    }
}
