package dev.tradesuite.portfolio.correlation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.portfolio.correlation.CorrelationCache;
import dev.tradesuite.portfolio.correlation.CorrelationKey;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import java.time.Duration;
import java.util.Optional;

/** Correlations in the memory of this instance. */
public final class MemoryCorrelationCache implements CorrelationCache {

    /** Numbers that are kept in all: 40 MB of doubles. */
    private static final long MOST_NUMBERS = 5_000_000;

    private final Cache<CorrelationKey, CorrelationSnapshot> kept;

    /** @param keep how long an answer is used at most; a little longer than refreshes are apart */
    public MemoryCorrelationCache(Duration keep) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_NUMBERS)
                .weigher((CorrelationKey _, CorrelationSnapshot snapshot) ->
                        1 + snapshot.codes().size() * snapshot.codes().size())
                .expireAfterWrite(keep)
                .build();
    }

    @Override
    public Optional<CorrelationSnapshot> find(CorrelationKey key, long version) {
        return Optional.ofNullable(kept.getIfPresent(key)).filter(snapshot -> snapshot.version() == version);
    }

    @Override
    public void put(CorrelationKey key, CorrelationSnapshot snapshot) {
        kept.put(key, snapshot);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }
}
