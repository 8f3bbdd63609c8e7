package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shares of one outcome of a market; at most one open position per market and portfolio.
 *
 * @param positionId position
 * @param portfolioId portfolio
 * @param marketId market at its venue
 * @param question what the market asks
 * @param outcome outcome held, such as {@code Yes}
 * @param status where it stands
 * @param shares number of shares; each pays 1 USD when the outcome comes true
 * @param averagePrice price paid per share
 * @param cost stake plus costs, USD
 * @param markPrice price a share could be sold for at {@code markedAt}
 * @param markedAt when that price was true
 * @param value shares x markPrice while open, the proceeds when closed, USD
 * @param floatingPnl value less cost while open; absent when closed
 * @param realisedPnl proceeds less cost when closed; absent while open
 * @param openedAt time of the buy
 * @param closedAt time of the sale or settlement; absent while open
 */
public record MarketPosition(
        UUID positionId,
        long portfolioId,
        String marketId,
        String question,
        String outcome,
        Status status,
        BigDecimal shares,
        BigDecimal averagePrice,
        BigDecimal cost,
        BigDecimal markPrice,
        Instant markedAt,
        BigDecimal value,
        @Nullable BigDecimal floatingPnl,
        @Nullable BigDecimal realisedPnl,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** Where a position stands. */
    public enum Status {
        OPEN,
        /** Sold before its market was resolved. */
        SOLD,
        /** Its outcome came true: 1 USD per share. */
        WON,
        /** Another outcome came true: nothing. */
        LOST
    }
}
