package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;

/**
 * Something an account holds or is about to hold.
 *
 * @param symbol what
 * @param side BUY for long, SELL for short
 * @param lots size
 * @param legs what it means in currencies
 * @param standing how certain it is
 */
public record RiskHolding(String symbol, Side side, Lots lots, Legs legs, Standing standing) {

    /** How certain a holding is. */
    public enum Standing {
        /** A position in the books. */
        BOOKED,
        /** A reservation for an order that opens or enlarges a position; it may come to nothing. */
        PENDING,
        /** A reservation for an order that only reduces a position. */
        CLOSING,
        /** Named by the caller beside what the books say. */
        WHAT_IF
    }

    /** Says whether it is held or wanted, and not just on its way out. */
    boolean adds() {
        return standing != Standing.CLOSING;
    }
}
