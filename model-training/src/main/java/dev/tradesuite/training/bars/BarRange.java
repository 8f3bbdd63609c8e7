package dev.tradesuite.training.bars;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bars are wanted.
 *
 * @param symbol instrument
 * @param timeframe length of a bar, such as {@code M5}
 * @param from start of the first; absent for the oldest there is
 * @param to bars that start before; absent for the newest there is
 */
public record BarRange(String symbol, String timeframe, @Nullable Instant from, @Nullable Instant to) {

    boolean has(Instant openTime) {
        return (from == null || !openTime.isBefore(from)) && (to == null || openTime.isBefore(to));
    }
}
