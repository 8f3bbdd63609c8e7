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
     * Says whether the trade can only make something smaller that is held. A trade that closes what its strategy holds
     * does, one that opens something for its strategy does not; of any other the position tells: it is on the other
     * side of a booked one, and not larger than what other pending orders of the trade's side leave of it. A stake
     * opens something, always, and an exit never does.
     */
    boolean isReducedBy(Proposal proposal) {
        return switch (proposal) {
            case ProposedTrade trade ->
                switch (trade.purpose()) {
                    case OPENS -> false;
                    case CLOSES_HOLDING -> true;
                    case BY_POSITION -> beyondZero(trade).isZero();
                };
            case ProposedStake _ -> false;
            case ProposedExit _ -> true;
        };
    }

    /** What of a trade goes beyond the booked position on its other side, less what other orders of its side take. */
    Lots beyondZero(ProposedTrade trade) {
        BigDecimal open = lots(trade, RiskHolding.Standing.BOOKED, false);
        BigDecimal leaving = lots(trade, RiskHolding.Standing.CLOSING, true)
                .add(lots(trade, RiskHolding.Standing.CROSSING, true))
                .add(lots(trade, RiskHolding.Standing.PENDING, true));
        BigDecimal left = open.subtract(leaving).max(BigDecimal.ZERO);
        return new Lots(trade.lots().value().subtract(left).max(BigDecimal.ZERO));
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
