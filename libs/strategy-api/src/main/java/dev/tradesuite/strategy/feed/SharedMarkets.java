package dev.tradesuite.strategy.feed;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The markets of a source, read once for all cycles that want them within a short time. Safe for use by many threads.
 *
 * <p>Who asks while the source is being read waits for that reading, also when it fails; the next one reads again.
 */
public final class SharedMarkets {

    private final MarketSource source;
    private final PriceHistory history;
    private final Duration sharedFor;
    private final Clock clock;

    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();
    private final ReentrantLock lookingUp = new ReentrantLock();
    private final Map<String, LookedUp> lookedUp = new HashMap<>();
    private volatile @Nullable Instant takenAt;

    /**
     * @param history gets every snapshot that is read
     * @param sharedFor how long a snapshot is used again
     */
    public SharedMarkets(MarketSource source, PriceHistory history, Duration sharedFor, Clock clock) {
        this.source = source;
        this.history = history;
        this.sharedFor = sharedFor;
        this.clock = clock;
    }

    /** Key of the source in the settings. */
    public String kind() {
        return source.kind();
    }

    /** What a trade on these markets is. */
    public RunLabel label() {
        return source.label();
    }

    /** Prices of the snapshots read so far. */
    public PriceHistory history() {
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
        Reading found = latest.get();
        if (found == null || found.isOver()) {
            Reading fresh = new Reading();
            if (latest.compareAndSet(found, fresh)) {
                fresh.read();
            }
        }
        Reading reading = latest.get();
        if (reading == null) {
            throw new IllegalStateException("a reading is never taken away");
        }
        return reading.markets();
    }

    /**
     * Markets by their ids, from the given ones where they are among them; an id the source does not know is missing.
     *
     * @throws MarketSourceException when the source cannot be read
     */
    public Map<String, Market> find(Collection<String> ids, Markets current) {
        Map<String, Market> found = new HashMap<>();
        ids.forEach(id -> current.market(id).ifPresent(market -> found.put(id, market)));
        List<String> others =
                ids.stream().filter(id -> !found.containsKey(id)).distinct().toList();
        if (!others.isEmpty()) {
            found.putAll(lookUp(others));
        }
        return found;
    }

    private Map<String, Market> lookUp(List<String> ids) {
        lookingUp.lock();
        try {
            Instant now = clock.instant();
            lookedUp.values().removeIf(entry -> !now.isBefore(entry.until));
            List<String> unknown =
                    ids.stream().filter(id -> !lookedUp.containsKey(id)).toList();
            if (!unknown.isEmpty()) {
                Instant until = now.plus(sharedFor);
                unknown.forEach(id -> lookedUp.put(id, new LookedUp(null, until)));
                try {
                    source.markets(unknown).forEach(market -> lookedUp.put(market.id(), new LookedUp(market, until)));
                } catch (RuntimeException e) {
                    unknown.forEach(lookedUp::remove);
                    throw e;
                }
            }
            Map<String, Market> found = new HashMap<>();
            for (String id : ids) {
                LookedUp entry = lookedUp.get(id);
                if (entry != null && entry.market != null) {
                    found.put(id, entry.market);
                }
            }
            return found;
        } finally {
            lookingUp.unlock();
        }
    }

    private record LookedUp(@Nullable Market market, Instant until) {}

    /** One reading of the source. */
    private final class Reading {

        private final CompletableFuture<Markets> result = new CompletableFuture<>();
        private volatile Instant until = Instant.MAX;

        void read() {
            try {
                Markets markets = new Markets(source.snapshot());
                history.add(markets.snapshot());
                takenAt = markets.snapshot().takenAt();
                until = clock.instant().plus(sharedFor);
                result.complete(markets);
            } catch (Throwable e) {
                // Whatever it is, those who wait must hear of it.
                until = Instant.MIN;
                result.completeExceptionally(e);
            }
        }

        boolean isOver() {
            return !clock.instant().isBefore(until);
        }

        Markets markets() {
            try {
                return result.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof MarketSourceException told) {
                    throw new MarketSourceException(String.valueOf(told.getMessage()), told);
                }
                throw new IllegalStateException("the markets were not read", e.getCause());
            }
        }
    }
}
