package dev.tradesuite.gateway.limit;

import java.time.Duration;

/** Whether a request is within the limit. */
public sealed interface RateLimitResult {

    /** It is. */
    record Passes() implements RateLimitResult {}

    /**
     * It is not.
     *
     * @param time after which the next request will be
     */
    record Waits(Duration time) implements RateLimitResult {

        /** The time in whole seconds, rounded up, as {@code Retry-After} tells it. */
        public long seconds() {
            return Math.max(1, time.plusSeconds(1).minusNanos(1).toSeconds());
        }
    }
}
