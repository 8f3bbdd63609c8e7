package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.risk.limit.StateEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything the checks need of an account, as it was at one moment.
 *
 * @param figures its figures
 * @param holdings positions and pending orders
 * @param supposedMargin margin of positions that are only supposed
 * @param states trading states of the account and of what the trade is about
 */
public record AccountSnapshot(
        AccountFigures figures, List<Holding> holdings, Figure supposedMargin, List<StateEntry> states) {

    public AccountSnapshot {
        holdings = List.copyOf(holdings);
        states = List.copyOf(states);
    }

    /** The same on a later day. */
    AccountSnapshot rolledTo(LocalDate today) {
        return new AccountSnapshot(figures.rolledTo(today), holdings, supposedMargin, states);
    }

    /** The same with another margin of supposed positions. */
    AccountSnapshot withSupposedMargin(Figure margin) {
        return new AccountSnapshot(figures, holdings, margin, states);
    }

    /** Says whether the books have an open position; what is paid in full is no holding, but uses margin as well. */
    boolean hasPositions() {
        return figures.marginUsed().signum() > 0
                || holdings.stream().anyMatch(holding -> holding.standing() == Holding.Standing.BOOKED);
    }

    /**
     * Says whether the trade can only make a position smaller: on the other side of a booked one, and not larger than
     * what other pending orders of the trade's side leave of it. A stake opens something, always.
     */
    boolean isReducedBy(Proposal proposal) {
        return switch (proposal) {
            case Trade trade -> isReducedBy(trade);
            case Stake _ -> false;
        };
    }

    private boolean isReducedBy(Trade trade) {
        BigDecimal open = lots(trade, Holding.Standing.BOOKED, false);
        BigDecimal leaving =
                lots(trade, Holding.Standing.CLOSING, true).add(lots(trade, Holding.Standing.PENDING, true));
        return open.signum() > 0 && trade.lots().value().compareTo(open.subtract(leaving)) <= 0;
    }

    private BigDecimal lots(Trade trade, Holding.Standing standing, boolean sameSide) {
        return holdings.stream()
                .filter(holding -> holding.standing() == standing)
                .filter(holding -> holding.symbol().equals(trade.symbol()))
                .filter(holding -> (holding.side() == trade.side()) == sameSide)
                .map(Holding::lots)
                .map(Lots::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
