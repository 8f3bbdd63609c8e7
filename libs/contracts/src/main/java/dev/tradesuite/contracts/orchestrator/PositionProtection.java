package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.util.List;

/**
 * What protects a position.
 *
 * @param accountId account
 * @param symbol instrument
 * @param direction LONG or SHORT
 * @param lots size of the position at its broker
 * @param orders the orders that close it; the first that is filled cancels the other
 * @param warnings such as that there is no stop
 */
public record PositionProtection(
        String accountId,
        String symbol,
        Direction direction,
        BigDecimal lots,
        List<Order> orders,
        List<Reason> warnings) {}
