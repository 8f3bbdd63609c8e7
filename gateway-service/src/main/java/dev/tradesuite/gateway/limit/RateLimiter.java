package dev.tradesuite.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Counts the requests of each client in a token bucket of its own: a request takes a token, and tokens come back
 * evenly.
 *
 * <p>The buckets are in memory, so each gateway of several counts for itself. A client that sends nothing until its
 * bucket is full again is forgotten. Safe for many threads.
 */
public final class RateLimiter {

    private static final int CLIENTS_AT_MOST = 100_000;

    private final LoadingCache<RateLimitCaller, Bucket> buckets;

    /** @param time what the clock of the buckets is */
    public RateLimiter(RateLimitSettings limit, TimeMeter time) {
        Duration untilFull = Duration.ofSeconds(1L + limit.burst() / limit.requestsPerSecond());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS_AT_MOST)
                .ticker(time::currentTimeNanos)
                .expireAfterAccess(untilFull)
                .build(_ -> bucket(limit, time));
    }

    /** Counts a request of the client and says whether it may pass. */
    public RateLimitResult request(RateLimitCaller client) {
        ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new RateLimitResult.Passes()
                : new RateLimitResult.Waits(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Says whether the next request of the client may pass, and counts nothing. */
    public RateLimitResult state(RateLimitCaller client) {
        EstimationProbe probe = buckets.get(client).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? new RateLimitResult.Passes()
                : new RateLimitResult.Waits(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(RateLimitSettings limit, TimeMeter time) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth
                        .capacity(limit.burst())
                        .refillGreedy(limit.requestsPerSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
