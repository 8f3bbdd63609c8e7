package dev.tradesuite.strategy.feed;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.ClockTicker;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The markets of a source, read once for all cycles that want them within a short time. Safe for use by many threads.
 *
 * <p>Who asks while the source is being read waits for that reading, also when it fails; the next one reads again.
 */
public final class SharedMarkets {

    private static final String ALL = "all";

    /** Markets held outside of the snapshot, over all portfolios; far more than there are. */
    private static final int MOST_LOOKED_UP = 100_000;

    private final MarketSource source;
    private final PriceStore history;
    private final AsyncCache<String, Reading> readings;
    private final Cache<String, Optional<Market>> lookedUp;
    private final ReentrantLock lookingUp = new ReentrantLock();
    private volatile @Nullable Instant takenAt;

    /**
     * @param history gets every snapshot that is read
     * @param sharedFor how long a snapshot is used again
     */
    public SharedMarkets(MarketSource source, PriceStore history, Duration sharedFor, Clock clock) {
        this.source = source;
        this.history = history;
        this.readings = Caffeine.newBuilder()
                // A failure is for those who wait for it; the next one reads again.
                .expireAfter(Expiry.<String, Reading>writing(
                        (_, reading) -> reading instanceof Read ? sharedFor : Duration.ZERO))
                .ticker(new ClockTicker(clock))
                .executor(Runnable::run)
                .buildAsync();
        this.lookedUp = Caffeine.newBuilder()
                .expireAfterWrite(sharedFor)
                .maximumSize(MOST_LOOKED_UP)
                .ticker(new ClockTicker(clock))
                .executor(Runnable::run)
                .build();
    }

    /** Key of the source in the settings. */
    public String kind() {
        return source.kind();
    }

    /** What a trade on these markets is. */
    public RunLabel label() {
        return source.label();
    }

    /** How old markets may be for a trade to rest on them; empty: they are always of now. */
    public Optional<Duration> maxAge() {
        return source.maxAge();
    }

    /** Prices of the snapshots read so far. */
    public PastPrices history() {
        return history;
    }

    /** When the newest snapshot was taken; empty before the first. */
    public Optional<Instant> takenAt() {
        return Optional.ofNullable(takenAt);
    }

    /**
     * The markets now, or a short time ago.
     *
     * @throws MarketSourceException when the source cannot be read
     */
    public Markets current() {
        CompletableFuture<Reading> fresh = new CompletableFuture<>();
        CompletableFuture<Reading> reading = readings.get(ALL, (_, _) -> fresh);
        if (reading == fresh) {
            fresh.complete(read());
        }
        return switch (reading.join()) {
            case Read(Markets markets) -> markets;
            case Failed(MarketSourceException told) ->
                throw new MarketSourceException(String.valueOf(told.getMessage()), told);
            case Failed(Throwable fault) -> throw new IllegalStateException("the markets were not read", fault);
        };
    }

    private Reading read() {
        try {
            Markets markets = new Markets(source.snapshot());
            history.remember(markets.snapshot());
            takenAt = markets.snapshot().takenAt();
            return new Read(markets);
        } catch (Throwable e) {
            // Whatever it is, those who wait must hear of it.
            return new Failed(e);
        }
    }

    private sealed interface Reading {}

    private record Read(Markets markets) implements Reading {}

    private record Failed(Throwable fault) implements Reading {}

    /**
     * Markets by their ids, from the given ones where they are among them; an id the source does not know is missing.
     *
     * @throws MarketSourceException when the source cannot be read
     */
    public Map<String, Market> find(Collection<String> ids, Markets current) {
        Map<String, Market> found = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (String id : ids) {
            current.market(id).ifPresentOrElse(market -> found.put(id, market), () -> others.add(id));
        }
        if (!others.isEmpty()) {
            lookUp(others).forEach((id, market) -> market.ifPresent(known -> found.put(id, known)));
        }
        return found;
    }

    /** One at a time: who comes while others are looked up may find them here. */
    private Map<String, Optional<Market>> lookUp(Set<String> ids) {
        lookingUp.lock();
        try {
            return lookedUp.getAll(ids, unknown -> {
                Map<String, Optional<Market>> answers = new HashMap<>();
                unknown.forEach(id -> answers.put(id, Optional.empty()));
                source.markets(List.copyOf(unknown)).forEach(market -> answers.put(market.id(), Optional.of(market)));
                return answers;
            });
        } finally {
            lookingUp.unlock();
        }
    }
}
