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
 * @param markPrice price a share could be sold for at {@code markedAt}; absent while {@code unmarked}
 * @param markedAt when that price was true; absent while {@code unmarked}
 * @param unmarked whether nobody has bid for it since it was bought; it is then valued at its cost
 * @param value shares x markPrice while open, or the cost while unmarked; the proceeds when closed, USD
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
        @Nullable BigDecimal markPrice,
        @Nullable Instant markedAt,
        boolean unmarked,
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
        LOST,
        /** The venue resolved its market to something between: that price per share, such as 0.5 each. */
        SETTLED
    }
}
