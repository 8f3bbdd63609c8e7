package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a portfolio's cash.
 *
 * @param tradeId trade
 * @param portfolioId portfolio
 * @param positionId position it opened or closed
 * @param orderId order that wanted it; absent for a settlement
 * @param cycleId cycle it happened in
 * @param kind what happened
 * @param marketId market at its venue
 * @param question what the market asks
 * @param outcome outcome traded
 * @param shares number of shares
 * @param price per share; for a settlement what the venue resolved the outcome to, 0 to 1
 * @param costs fees, USD
 * @param cashChange what it did to the cash, costs included, USD; negative for a buy
 * @param cashAfter cash after it, USD
 * @param label PAPER or SIMULATED
 * @param tradedAt when
 */
public record MarketTrade(
        UUID tradeId,
        long portfolioId,
        UUID positionId,
        @Nullable UUID orderId,
        UUID cycleId,
        Kind kind,
        String marketId,
        String question,
        String outcome,
        BigDecimal shares,
        BigDecimal price,
        BigDecimal costs,
        BigDecimal cashChange,
        BigDecimal cashAfter,
        RunLabel label,
        Instant tradedAt) {

    /** What happened. */
    public enum Kind {
        BUY,
        SELL,
        SETTLEMENT
    }
}
