package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy has earned in an account, in its currency.
 *
 * @param strategy its code, or {@link HeldShare#UNASSIGNED}
 * @param realised profit of what it closed
 * @param unrealised profit of what it holds; empty when a part of that has no mark
 * @param cashFlows it caused; no profit
 */
public record StrategyEarned(
        String strategy, BigDecimal realised, Optional<BigDecimal> unrealised, BigDecimal cashFlows) {}
