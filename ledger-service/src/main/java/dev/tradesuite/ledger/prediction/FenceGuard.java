package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;

/**
 * Decides whose writes a portfolio takes.
 *
 * <p>Every run has a higher number than those before it, and the portfolio keeps the highest it has seen. An instance
 * that was frozen while another took over comes back with a lower one, and is refused whatever it wants.
 */
public final class FenceGuard {

    private final Portfolios portfolios;
    private final BookedCycles cycles;

    public FenceGuard(Portfolios portfolios, BookedCycles cycles) {
        this.portfolios = portfolios;
        this.cycles = cycles;
    }

    /**
     * A portfolio that nobody else changes before the transaction ends, and the cycle that writes.
     *
     * @param portfolio as it is now
     * @param cycle as it is now
     */
    record Locked(ManagedPortfolio portfolio, BookedCycle cycle) {}

    static RefusedException unknown(long id) {
        return new RefusedException(Kind.UNKNOWN_PORTFOLIO, "there is no portfolio " + id);
    }

    /** The portfolio, locked; nothing is asked of the run yet. */
    ManagedPortfolio lock(long id) {
        return portfolios.lock(id).orElseThrow(() -> unknown(id));
    }

    /** The portfolio and its cycle, locked; nothing is asked of the run but that its cycle has begun. */
    Locked lock(FencedRun run) {
        ManagedPortfolio portfolio = lock(run.portfolioId());
        BookedCycle cycle = cycles.find(run.portfolioId(), run.cycleId())
                .orElseThrow(() -> new RefusedException(
                        Kind.CYCLE_NOT_BEGUN,
                        "cycle %s of portfolio %d has not begun".formatted(run.cycleId(), run.portfolioId())));
        return new Locked(portfolio, cycle);
    }

    /** The portfolio and its cycle, locked for a write of this run, whose cycle must be under way. */
    Locked lockToWrite(FencedRun run) {
        Locked locked = lock(run);
        requireUnderWay(locked, run);
        return locked;
    }

    /** Refuses a run that is over, a cycle that is completed, and a portfolio that is archived. */
    void requireUnderWay(Locked locked, FencedRun run) {
        BookedCycle cycle = locked.cycle();
        requireNewest(locked.portfolio(), run.fence() == 0 ? cycle.fence() : run.fence());
        if (cycle.ending() != null) {
            throw new RefusedException(
                    Kind.CYCLE_COMPLETED,
                    "cycle %s was completed at %s"
                            .formatted(cycle.id(), cycle.ending().at()));
        }
        if (locked.portfolio().status() == PortfolioStatus.ARCHIVED) {
            throw notActive(locked.portfolio());
        }
    }

    static void requireNewest(ManagedPortfolio portfolio, long fence) {
        if (fence < portfolio.fence()) {
            throw new RefusedException(
                    Kind.SUPERSEDED,
                    "run %d of portfolio %d is over: run %d has taken over"
                            .formatted(fence, portfolio.id(), portfolio.fence()));
        }
    }

    static RefusedException notActive(ManagedPortfolio portfolio) {
        return new RefusedException(
                Kind.NOT_ACTIVE, "portfolio %d is %s".formatted(portfolio.id(), portfolio.status()));
    }
}
