package dev.tradesuite.portfolio.registry;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How asking a source for returns went.
 *
 * @param succeededAt when it answered last
 * @param failedAt when it failed last
 * @param failure why; empty when the last time went well
 */
public record LastFetch(Optional<Instant> succeededAt, Optional<Instant> failedAt, Optional<Reason> failure) {}
