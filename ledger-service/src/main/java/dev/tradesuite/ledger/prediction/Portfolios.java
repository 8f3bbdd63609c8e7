package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The portfolios as stored. */
public interface Portfolios {

    /**
     * Stores a new portfolio; the one returned has its number.
     *
     * @throws RefusedException another one that is not archived has the name
     */
    ManagedPortfolio add(ManagedPortfolio unnumbered);

    /** The portfolio as of its last change. */
    Optional<ManagedPortfolio> find(long id);

    /** The portfolio, which no one else can change before the transaction ends. */
    Optional<ManagedPortfolio> lock(long id);

    /**
     * Stores a change of a portfolio that was locked in this transaction.
     *
     * @throws RefusedException another one that is not archived has the name
     */
    void save(ManagedPortfolio portfolio, List<OutcomePosition> changed);

    /** Why a portfolio cannot be deleted; empty when it can. */
    Optional<Obstacle> obstacle(long id);

    /** What keeps a portfolio from being deleted. */
    enum Obstacle {
        /** It has traded, or cash was moved into it or out of it. */
        TRADES,
        /** An order of it is under way. */
        ORDER_WAITS
    }

    /** Deletes a portfolio that was locked in this transaction, with its cycles, orders, snapshots and history. */
    void delete(long id);

    /** Says that the name is another portfolio's. */
    static RefusedException nameTaken(String name) {
        return new RefusedException(
                RefusedException.Kind.NAME_TAKEN,
                "another portfolio has the name %s: choose one that none has, or archive that portfolio first"
                        .formatted(name));
    }

    /** Portfolios by number; an absent filter lets all pass. */
    Page list(Filter filter);

    /** Positions of a portfolio, the newest first; an absent status lets all pass. */
    List<OutcomePosition> positions(long id, MarketPosition.@Nullable Status status, int most);

    /**
     * Which portfolios are wanted.
     *
     * @param status absent: any
     * @param strategyType absent: any
     * @param only numbers of those that may be seen; absent: all may
     * @param page from 0
     * @param most how many to a page
     */
    record Filter(
            @Nullable PortfolioStatus status,
            @Nullable String strategyType,
            @Nullable Set<Long> only,
            int page,
            int most) {}

    /**
     * Portfolios found.
     *
     * @param total how many there are, those not listed included
     */
    record Page(List<ManagedPortfolio> portfolios, long total) {}
}
