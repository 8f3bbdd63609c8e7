package dev.tradesuite.contracts.portfolio;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Units that come closest to weights.
 *
 * @param quantities by code
 * @param cash that is left
 * @param shortfall sum of |wanted - bought| in money, and the cash
 * @param exact whether no other quantities are closer
 */
public record DiscreteAllocationAnswer(
        Map<String, BigDecimal> quantities, BigDecimal cash, BigDecimal shortfall, boolean exact) {}
