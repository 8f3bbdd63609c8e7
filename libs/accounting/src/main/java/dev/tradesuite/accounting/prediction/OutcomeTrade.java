package dev.tradesuite.accounting.prediction;

import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of cash.
 *
 * @param id trade
 * @param positionId position it opened or closed
 * @param origin order and cycle
 * @param kind what happened
 * @param market market and outcome
 * @param figures shares, price and money
 * @param label PAPER or SIMULATED
 * @param at when
 */
public record OutcomeTrade(
        UUID id,
        UUID positionId,
        TradeOrigin origin,
        MarketTrade.Kind kind,
        MarketOutcome market,
        Figures figures,
        RunLabel label,
        Instant at) {

    /**
     * Shares, price and money of a trade.
     *
     * @param shares number of shares
     * @param price per share; for a settlement what the outcome pays, 0 to 1
     * @param costs fee, USD
     * @param cashChange what it did to the cash, fee included
     * @param cashAfter cash after it
     */
    public record Figures(
            BigDecimal shares, BigDecimal price, BigDecimal costs, BigDecimal cashChange, BigDecimal cashAfter) {}
}
