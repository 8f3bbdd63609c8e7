package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How asking the source of a strategy for returns went.
 *
 * @param succeededAt when it answered last; absent when it never did
 * @param failedAt when it failed last; absent when it never did
 * @param failure why it failed last; absent when the last time went well
 */
public record SourceFetch(@Nullable Instant succeededAt, @Nullable Instant failedAt, @Nullable Reason failure) {}
