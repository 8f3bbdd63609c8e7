package dev.tradesuite.ledger.prediction;

import java.util.List;

/**
 * What happened to a portfolio: the books before are whole, the books after are whole.
 *
 * @param portfolio after it
 * @param changed positions that were opened, closed or valued anew
 * @param trades changes of cash
 */
public record Booking(Portfolio portfolio, List<Position> changed, List<Trade> trades) {

    public Booking {
        changed = List.copyOf(changed);
        trades = List.copyOf(trades);
    }

    /** The trade of a booking that made exactly one. */
    public Trade trade() {
        if (trades.size() != 1) {
            throw new IllegalStateException("expected one trade, found " + trades.size());
        }
        return trades.getFirst();
    }
}
