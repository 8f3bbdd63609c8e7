package dev.tradesuite.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A position from its purchase to its end.
 *
 * @param marketId market
 * @param question what the market asked
 * @param outcome outcome bought
 * @param openedOn day of the purchase
 * @param price paid per share
 * @param shares stake / price, rounded down to 6 decimals
 * @param cost stake plus fee, USD
 * @param exit how it ended
 * @param closedOn day of its end; of one that is still open, the last day
 * @param exitPrice per share: what the outcome paid when settled, the bid when sold, otherwise the last price less the
 *     half spread
 * @param proceeds shares x exitPrice less fee, USD
 * @param profit proceeds less cost, USD
 */
public record BacktestTrade(
        String marketId,
        String question,
        String outcome,
        LocalDate openedOn,
        BigDecimal price,
        BigDecimal shares,
        BigDecimal cost,
        Exit exit,
        LocalDate closedOn,
        BigDecimal exitPrice,
        BigDecimal proceeds,
        BigDecimal profit) {

    /** How a position ended. */
    public enum Exit {
        /** Its outcome came true. */
        WON,
        /** Another outcome came true. */
        LOST,
        /** The venue resolved its market to something between. */
        SETTLED,
        /** The strategy sold it. */
        SOLD,
        /** Its market ended and nothing tells the outcome: closed at the last price, neither won nor lost. */
        NOT_SETTLED,
        /** Its market went on after the last day; valued at the last price. */
        OPEN
    }

    /** Whether its result is known; only such trades count as won or lost. */
    public boolean decided() {
        return exit != Exit.NOT_SETTLED && exit != Exit.OPEN;
    }
}
