package dev.tradesuite.contracts.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of every portfolio that is not archived. {@code POST /portfolios/pause-all} and {@code resume-all}.
 *
 * @param portfolios by number
 */
public record ChangedPortfolios(List<Result> portfolios) {

    public ChangedPortfolios {
        portfolios = List.copyOf(portfolios);
    }

    /**
     * What became of a portfolio.
     *
     * @param portfolioId portfolio
     * @param name for people
     * @param outcome what happened
     * @param status as it is now
     * @param reason why nothing was changed; absent when it was
     */
    public record Result(
            long portfolioId, String name, Outcome outcome, PortfolioStatus status, @Nullable String reason) {}

    /** What happened to a portfolio. */
    public enum Outcome {
        PAUSED,
        RESUMED,
        /** It stays as it was, rightly. */
        UNCHANGED,
        /** It should have been changed and could not be; the others are. */
        FAILED
    }
}
