package dev.tradesuite.signals.trade;

import dev.tradesuite.contracts.signals.TradeOutcome;
import dev.tradesuite.instruments.Direction;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are asked for.
 *
 * @param strategies ids of the strategies
 * @param from trades closed after it; absent for all
 * @param to the last moment that counts; absent for all
 * @param direction LONG or SHORT; absent for both
 * @param outcome absent for all
 */
public record ClosedTradeFilter(
        Set<Integer> strategies,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Direction direction,
        @Nullable TradeOutcome outcome) {

    public ClosedTradeFilter {
        strategies = Set.copyOf(strategies);
    }
}
