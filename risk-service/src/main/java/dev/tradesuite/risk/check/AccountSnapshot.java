package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.state.StateEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything the checks need of an account, as it was at one moment.
 *
 * @param figures its figures
 * @param holdings positions and pending orders
 * @param whatIfMargin margin of what-if positions
 * @param states trading states of the account and of what the trade is about
 */
public record AccountSnapshot(
        AccountFigures figures, List<RiskHolding> holdings, Figure whatIfMargin, List<StateEntry> states) {

    public AccountSnapshot {
        holdings = List.copyOf(holdings);
        states = List.copyOf(states);
    }

    /** The same on a later day. */
    AccountSnapshot rolledTo(LocalDate today) {
        return new AccountSnapshot(figures.rolledTo(today), holdings, whatIfMargin, states);
    }

    /** The same with other trading states. */
    AccountSnapshot restrictedBy(List<StateEntry> other) {
        return new AccountSnapshot(figures, holdings, whatIfMargin, other);
    }

    /** The same with another margin of what-if positions. */
    AccountSnapshot withWhatIfMargin(Figure margin) {
        return new AccountSnapshot(figures, holdings, margin, states);
    }

    /** Says whether the books have an open position; what is paid in full is no holding, but uses margin as well. */
    boolean hasPositions() {
        return figures.marginUsed().signum() > 0
                || holdings.stream().anyMatch(holding -> holding.standing() == RiskHolding.Standing.BOOKED);
    }

    /**
     * Says whether the trade can only make a position smaller: on the other side of a booked one, and not larger than
     * what other pending orders of the trade's side leave of it. A stake opens something, always, and an exit never
     * does.
     */
    boolean isReducedBy(Proposal proposal) {
        return switch (proposal) {
            case ProposedTrade trade -> isReducedBy(trade);
            case ProposedStake _ -> false;
            case ProposedExit _ -> true;
        };
    }

    private boolean isReducedBy(ProposedTrade trade) {
        BigDecimal open = lots(trade, RiskHolding.Standing.BOOKED, false);
        BigDecimal leaving =
                lots(trade, RiskHolding.Standing.CLOSING, true).add(lots(trade, RiskHolding.Standing.PENDING, true));
        return open.signum() > 0 && trade.lots().value().compareTo(open.subtract(leaving)) <= 0;
    }

    private BigDecimal lots(ProposedTrade trade, RiskHolding.Standing standing, boolean sameSide) {
        return holdings.stream()
                .filter(holding -> holding.standing() == standing)
                .filter(holding -> holding.symbol().equals(trade.symbol()))
                .filter(holding -> (holding.side() == trade.side()) == sameSide)
                .map(RiskHolding::lots)
                .map(Lots::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
