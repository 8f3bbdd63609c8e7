package dev.tradesuite.accounting.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happened to a portfolio: the books before are whole, the books after are whole.
 *
 * @param portfolio after it
 * @param changed positions that were opened, closed or valued anew
 * @param trades changes of cash
 */
public record PortfolioBooking(Portfolio portfolio, List<OutcomePosition> changed, List<OutcomeTrade> trades) {

    public PortfolioBooking {
        changed = List.copyOf(changed);
        trades = List.copyOf(trades);
    }

    /** Nothing has happened yet. */
    public static PortfolioBooking none(Portfolio portfolio) {
        return new PortfolioBooking(portfolio, List.of(), List.of());
    }

    /** This and what happened next, as one; of a position that changed twice the later state counts. */
    public PortfolioBooking and(PortfolioBooking next) {
        Map<UUID, OutcomePosition> positions = new LinkedHashMap<>();
        changed.forEach(position -> positions.put(position.id(), position));
        next.changed.forEach(position -> positions.put(position.id(), position));
        List<OutcomeTrade> all = new ArrayList<>(trades);
        all.addAll(next.trades);
        return new PortfolioBooking(next.portfolio, List.copyOf(positions.values()), all);
    }

    /** The same as a single change of the books before: one event, one sequence number. */
    public PortfolioBooking asOneChangeOf(Portfolio before) {
        return new PortfolioBooking(portfolio.numbered(before.sequence() + 1), changed, trades);
    }

    /** Says whether nothing changed. */
    public boolean isEmpty() {
        return changed.isEmpty();
    }

    /** The trade of a booking that made exactly one. */
    public OutcomeTrade trade() {
        if (trades.size() != 1) {
            throw new IllegalStateException("expected one trade, found " + trades.size());
        }
        return trades.getFirst();
    }
}
