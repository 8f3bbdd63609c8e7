package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of cash.
 *
 * @param id trade
 * @param positionId position it opened or closed
 * @param orderId order that wanted it; absent for a settlement
 * @param cycleId cycle it happened in
 * @param kind what happened
 * @param market market and outcome
 * @param shares number of shares
 * @param price per share; 1 or 0 for a settlement
 * @param costs fee, USD
 * @param cashChange what it did to the cash, fee included
 * @param cashAfter cash after it
 * @param label PAPER or SIMULATED
 * @param at when
 */
public record Trade(
        UUID id,
        UUID positionId,
        @Nullable UUID orderId,
        UUID cycleId,
        MarketTrade.Kind kind,
        MarketOutcome market,
        BigDecimal shares,
        BigDecimal price,
        BigDecimal costs,
        BigDecimal cashChange,
        BigDecimal cashAfter,
        RunLabel label,
        Instant at) {}
