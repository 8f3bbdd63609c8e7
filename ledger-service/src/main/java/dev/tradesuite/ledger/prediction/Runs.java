package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;

/**
 * Decides whose writes a portfolio takes.
 *
 * <p>Every run has a higher number than those before it, and the portfolio keeps the highest it has seen. An instance
 * that was frozen while another took over comes back with a lower one, and is refused whatever it wants.
 */
public final class Runs {

    private final Portfolios portfolios;
    private final Cycles cycles;

    public Runs(Portfolios portfolios, Cycles cycles) {
        this.portfolios = portfolios;
        this.cycles = cycles;
    }

    static RefusedException unknown(long id) {
        return new RefusedException(Kind.UNKNOWN_PORTFOLIO, "there is no portfolio " + id);
    }

    /** The portfolio, locked; nothing is asked of the run yet. */
    Portfolio lock(long id) {
        return portfolios.lock(id).orElseThrow(() -> unknown(id));
    }

    /** The portfolio, locked for a write of this run, whose cycle must be under way. */
    Portfolio lock(Run run) {
        Portfolio portfolio = lock(run.portfolioId());
        Cycle cycle = cycles.find(run.portfolioId(), run.cycleId())
                .orElseThrow(() -> new RefusedException(
                        Kind.CYCLE_NOT_BEGUN,
                        "cycle %s of portfolio %d has not begun".formatted(run.cycleId(), run.portfolioId())));
        requireNewest(portfolio, run.fence() == 0 ? cycle.fence() : run.fence());
        if (cycle.ending() != null) {
            throw new RefusedException(
                    Kind.CYCLE_COMPLETED,
                    "cycle %s was completed at %s"
                            .formatted(cycle.id(), cycle.ending().at()));
        }
        if (portfolio.status() == PortfolioStatus.ARCHIVED) {
            throw notActive(portfolio);
        }
        return portfolio;
    }

    static void requireNewest(Portfolio portfolio, long fence) {
        if (fence < portfolio.fence()) {
            throw new RefusedException(
                    Kind.SUPERSEDED,
                    "run %d of portfolio %d is over: run %d has taken over"
                            .formatted(fence, portfolio.id(), portfolio.fence()));
        }
    }

    static RefusedException notActive(Portfolio portfolio) {
        return new RefusedException(
                Kind.NOT_ACTIVE, "portfolio %d is %s".formatted(portfolio.id(), portfolio.status()));
    }
}
