package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.ActivityKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted.
 *
 * @param kinds of these kinds; empty: of all
 * @param account of this account; null: of all
 * @param symbol of this instrument; null: of all
 * @param strategy of this strategy; null: of all
 * @param traceId of this trace; null: of all
 * @param from of this moment or later; null: from the first
 * @param to before this moment; null: to the last
 */
public record ActivityFilter(
        Set<ActivityKind> kinds,
        @Nullable String account,
        @Nullable String symbol,
        @Nullable String strategy,
        @Nullable String traceId,
        @Nullable Instant from,
        @Nullable Instant to) {

    public ActivityFilter {
        kinds = Set.copyOf(kinds);
    }
}
