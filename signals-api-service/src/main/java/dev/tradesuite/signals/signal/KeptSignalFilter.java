package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.signals.SignalSide;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which signals are asked for.
 *
 * @param strategies ids of the strategies
 * @param from signals after it; absent for all
 * @param to the last moment that counts; absent for all
 * @param side absent for all
 */
public record KeptSignalFilter(
        Set<Integer> strategies, @Nullable Instant from, @Nullable Instant to, @Nullable SignalSide side) {

    public KeptSignalFilter {
        strategies = Set.copyOf(strategies);
    }
}
