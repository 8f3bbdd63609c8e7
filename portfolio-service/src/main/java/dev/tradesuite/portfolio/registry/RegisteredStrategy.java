package dev.tradesuite.portfolio.registry;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.time.Instant;
import java.util.Optional;

/**
 * A strategy as an asset.
 *
 * @param code by which everything else names it
 * @param source where its returns come from, such as {@code hold:AAPL}
 * @param benchmark code of the strategy it is compared with; empty for equal weights of all that are live
 */
public record RegisteredStrategy(
        String code,
        String name,
        String source,
        Optional<String> benchmark,
        LifecycleState state,
        Instant registeredAt) {}
