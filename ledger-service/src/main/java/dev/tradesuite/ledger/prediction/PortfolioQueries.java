package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.contracts.ledger.MarketPosition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers questions about portfolios; each one is refused for an unknown portfolio. */
public final class PortfolioQueries {

    private final Portfolios portfolios;
    private final PortfolioHistory history;
    private final OutcomeOrders orders;

    public PortfolioQueries(Portfolios portfolios, PortfolioHistory history, OutcomeOrders orders) {
        this.portfolios = portfolios;
        this.history = history;
        this.orders = orders;
    }

    /** Portfolios by number. */
    public Portfolios.Page list(Portfolios.Filter filter) {
        return portfolios.list(filter);
    }

    /** The portfolio as of its last change. */
    public ManagedPortfolio get(long id) {
        return portfolios.find(id).orElseThrow(() -> FenceGuard.unknown(id));
    }

    /** Positions, the newest first. */
    public List<OutcomePosition> positions(long id, MarketPosition.@Nullable Status status, int most) {
        return known(id, () -> portfolios.positions(id, status, most));
    }

    /** Trades, the newest first. */
    public List<OutcomeTrade> trades(long id, int most) {
        return known(id, () -> history.trades(id, most));
    }

    /** An order of the portfolio. */
    public Optional<OutcomeOrder> order(long id, UUID orderId) {
        return orders.find(orderId).filter(order -> order.portfolioId() == id);
    }

    /** Snapshots, the oldest first. */
    public List<DailySnapshot> snapshots(long id, int most) {
        return known(id, () -> history.snapshots(id, most));
    }

    /** Who changed what, the oldest first. */
    public List<SetupChange> changes(long id, int most) {
        return known(id, () -> history.changes(id, most));
    }

    /** A portfolio with records is known; only without any it has to be looked up. */
    private <T> List<T> known(long id, Supplier<List<T>> question) {
        List<T> found = question.get();
        if (found.isEmpty()) {
            get(id);
        }
        return found;
    }
}
