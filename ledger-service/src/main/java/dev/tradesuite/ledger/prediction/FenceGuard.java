package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import java.util.OptionalLong;

/**
 * Decides whose writes a portfolio takes.
 *
 * <p>Every run has a higher number than those before it, and the portfolio keeps the highest it has seen. An instance
 * that was frozen while another took over comes back with a lower one, and is refused whatever it wants.
 *
 * <p>The orchestrator takes the numbers from one sequence for all portfolios, so that those of one portfolio grow by as
 * many as there were runs of any in between: few as a rule, any number after a long rest. A {@linkplain #isFar long
 * step} is therefore neither right nor wrong by itself, and the orchestrator is asked. A number it has not given would
 * stand above all that it gives for a long time, and keep the portfolio from every cycle until then.
 */
public final class FenceGuard {

    /** The longest step nobody is asked about, in runs. */
    static final long LONGEST_STEP = 1_000;

    private final Portfolios portfolios;
    private final BookedCycles cycles;
    private final CycleClaims claims;

    public FenceGuard(Portfolios portfolios, BookedCycles cycles, CycleClaims claims) {
        this.portfolios = portfolios;
        this.cycles = cycles;
        this.claims = claims;
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
        BookedCycle cycle = cycles.find(run.portfolioId(), run.cycleId()).orElseThrow(() -> notBegun(run));
        return new Locked(portfolio, cycle);
    }

    private static RefusedException notBegun(FencedRun run) {
        String what = run.fence() == 0 ? "" : "run %d of ".formatted(run.fence());
        return new RefusedException(
                Kind.CYCLE_NOT_BEGUN,
                "%scycle %s of portfolio %d has not begun".formatted(what, run.cycleId(), run.portfolioId()));
    }

    /** The portfolio and its cycle, locked for a write of this run, whose cycle must be under way. */
    Locked lockToWrite(FencedRun run) {
        Locked locked = lock(run);
        requireUnderWay(locked, run);
        return locked;
    }

    /** Says whether the number of a run is so far beyond the newest of the portfolio that the orchestrator is asked. */
    static boolean isFar(ManagedPortfolio portfolio, FencedRun run) {
        return run.fence() - portfolio.fence() > LONGEST_STEP;
    }

    /** Refuses a run whose number is higher than any the orchestrator has given to its cycle. To be called unlocked. */
    void requireGiven(FencedRun run) {
        OptionalLong given = claims.newestFence(run.portfolioId(), run.cycleId());
        if (given.isEmpty() || given.getAsLong() < run.fence()) {
            throw new RefusedException(
                    Kind.FENCE_UNKNOWN,
                    "fence %d is far beyond the newest of portfolio %d, and the orchestrator %s"
                            .formatted(
                                    run.fence(),
                                    run.portfolioId(),
                                    given.isEmpty()
                                            ? "knows no cycle %s of it".formatted(run.cycleId())
                                            : "has given cycle %s no higher one than %d"
                                                    .formatted(run.cycleId(), given.getAsLong())));
        }
    }

    /** Refuses a run that has not begun or is over, a cycle that is completed, and a portfolio that is archived. */
    void requireUnderWay(Locked locked, FencedRun run) {
        BookedCycle cycle = locked.cycle();
        if (run.fence() > locked.portfolio().fence()) {
            throw notBegun(run);
        }
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
