package dev.tradesuite.brain.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.brain.feed.FeedService.FeedStatus;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.instruments.Instrument;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters of the feeds, the same at every instance: {@code suite.feed.bars.missing} and {@code suite.feed.age} (seconds
 * since the newest bar closed) by feed and symbol, and {@code suite.feed.failing}, 1 while a feed fails. A figure that
 * is not known is no number.
 */
final class FeedMeters implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(FeedMeters.class);

    private final FeedService service;
    /** A scrape reads every figure; one look at the database does for all. */
    private final Cache<String, List<FeedStatus>> looked =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    FeedMeters(FeedService service) {
        this.service = service;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Feed feed : service.feeds()) {
            gauge("suite.feed.failing", "Whether a feed of bars fails", feed, FeedMeters::failing)
                    .register(registry);
            for (Instrument instrument : feed.instruments()) {
                gauge(
                                "suite.feed.bars.missing",
                                "Bars that a feed should have brought",
                                feed,
                                status -> missing(status, instrument))
                        .tag("symbol", instrument.symbol())
                        .register(registry);
                gauge("suite.feed.age", "Since the newest bar closed", feed, status -> age(status, instrument))
                        .tag("symbol", instrument.symbol())
                        .baseUnit("seconds")
                        .register(registry);
            }
        }
    }

    private Gauge.Builder<FeedMeters> gauge(
            String name, String description, Feed feed, ToDoubleFunction<FeedStatus> figure) {
        return Gauge.builder(name, this, meters -> meters.status(feed.name())
                        .map(status -> figure.applyAsDouble(status))
                        .orElse(Double.NaN))
                .description(description)
                .tag("feed", feed.name());
    }

    private Optional<FeedStatus> status(String feed) {
        try {
            return looked.get("", _ -> service.statuses()).stream()
                    .filter(status -> status.feed().name().equals(feed))
                    .findFirst();
        } catch (RuntimeException failure) {
            log.debug("The state of the feeds cannot be read", failure);
            return Optional.empty();
        }
    }

    private static double failing(FeedStatus status) {
        return status.state() == FeedState.FAILING || status.state() == FeedState.FAILED ? 1 : 0;
    }

    private static double missing(FeedStatus status, Instrument instrument) {
        return status.symbols().stream()
                .filter(symbol -> symbol.symbol().equals(instrument.symbol()))
                .map(FeedService.SymbolStatus::barsMissing)
                .filter(OptionalLong::isPresent)
                .mapToDouble(OptionalLong::getAsLong)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double age(FeedStatus status, Instrument instrument) {
        return status.symbols().stream()
                .filter(symbol -> symbol.symbol().equals(instrument.symbol()))
                .flatMap(symbol -> symbol.ageSeconds().stream())
                .mapToDouble(Long::doubleValue)
                .findFirst()
                .orElse(Double.NaN);
    }
}
