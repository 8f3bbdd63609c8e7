package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The portfolios as stored. */
public interface Portfolios {

    /** Stores a new portfolio; the one returned has its number. */
    ManagedPortfolio add(ManagedPortfolio unnumbered);

    /** The portfolio as of its last change. */
    Optional<ManagedPortfolio> find(long id);

    /** The portfolio, which no one else can change before the transaction ends. */
    Optional<ManagedPortfolio> lock(long id);

    /** Stores a change of a portfolio that was locked in this transaction. */
    void save(ManagedPortfolio portfolio, List<OutcomePosition> changed);

    /** Portfolios by number; an absent filter lets all pass. */
    Page list(Filter filter);

    /** Positions of a portfolio, the newest first; an absent status lets all pass. */
    List<OutcomePosition> positions(long id, MarketPosition.@Nullable Status status, int most);

    /**
     * Which portfolios are wanted.
     *
     * @param status absent: any
     * @param strategyType absent: any
     * @param page from 0
     * @param most how many to a page
     */
    record Filter(@Nullable PortfolioStatus status, @Nullable String strategyType, int page, int most) {}

    /**
     * Portfolios found.
     *
     * @param total how many there are, those not listed included
     */
    record Page(List<ManagedPortfolio> portfolios, long total) {}
}
