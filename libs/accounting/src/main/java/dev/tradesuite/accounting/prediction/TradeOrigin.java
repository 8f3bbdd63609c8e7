package dev.tradesuite.accounting.prediction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a trade happened for.
 *
 * @param orderId order that wanted it; absent for a settlement
 * @param cycleId cycle it happened in
 */
public record TradeOrigin(@Nullable UUID orderId, UUID cycleId) {}
