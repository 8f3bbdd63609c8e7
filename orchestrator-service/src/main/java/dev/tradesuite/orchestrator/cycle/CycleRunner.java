package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs cycles: portfolio, claim, controller, end.
 *
 * <p>Nothing is held while the controller works but a lease. An instance that is frozen meanwhile loses it to another;
 * its fence is then too low for the portfolio and for the row of the cycle, so that whatever it still does has no
 * effect.
 */
public final class CycleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CycleRunner.class);

    private final PortfolioDirectory portfolios;
    private final StrategyControllers controllers;
    private final CycleStore store;
    private final Leases leases;
    private final CycleEvents events;
    private final StartPatience patience;
    private final UnitOfWork work;
    private final Clock clock;

    public CycleRunner(
            PortfolioDirectory portfolios,
            StrategyControllers controllers,
            CycleStore store,
            Leases leases,
            CycleEvents events,
            StartPatience patience,
            UnitOfWork work,
            Clock clock) {
        this.portfolios = portfolios;
        this.controllers = controllers;
        this.store = store;
        this.leases = leases;
        this.events = events;
        this.patience = patience;
        this.work = work;
        this.clock = clock;
    }

    /** Runs a cycle somebody waits for; a repeat of one that succeeded returns it as it was. */
    public CycleRunResult run(DueCycle due) {
        Optional<Cycle> before = store.find(due.id())
                .filter(cycle -> cycle.status() == CycleStatus.SUCCEEDED && cycle.portfolioId() == due.portfolioId());
        if (before.isPresent()) {
            return new CycleRunResult.Ended(before.get(), null);
        }
        return switch (portfolios.find(due.portfolioId())) {
            case PortfolioDirectory.Lookup.Missing(CycleFailure why) -> new CycleRunResult.Refused(why);
            case PortfolioDirectory.Lookup.Found(PortfolioRef portfolio) -> run(due, portfolio);
        };
    }

    /** As {@link #run(DueCycle)}, for a portfolio that was just read. */
    public CycleRunResult run(DueCycle due, PortfolioRef portfolio) {
        Optional<CycleFailure> obstacle = obstacle(portfolio);
        if (obstacle.isPresent()) {
            return new CycleRunResult.Refused(obstacle.get());
        }
        return switch (store.claim(due, true, now())) {
            case CycleClaim.Ended(Cycle cycle) -> new CycleRunResult.Ended(cycle, null);
            case CycleClaim.Busy(var running) -> new CycleRunResult.Busy(running);
            case CycleClaim.Foreign(long other) ->
                refused(ProblemCode.CONFLICT, "Cycle %s is one of portfolio %d".formatted(due.id(), other));
            case CycleClaim.Taken(Cycle cycle) -> execute(cycle, portfolio, _ -> false);
        };
    }

    /**
     * Runs a cycle that waits, or takes over one whose holder is gone; does nothing when it ended or somebody holds it.
     */
    public void runDue(DueCycle due) {
        if (store.claim(due, false, now()) instanceof CycleClaim.Taken(Cycle cycle)) {
            if (cycle.attempts() > 1) {
                LOG.info("Cycle {} is taken over, attempt {}", cycle.id(), cycle.attempts());
            }
            leases.hold(cycle);
            try {
                runTaken(cycle);
            } finally {
                leases.release(cycle);
            }
        }
    }

    private void runTaken(Cycle cycle) {
        switch (find(cycle.portfolioId())) {
            case PortfolioDirectory.Lookup.Missing(CycleFailure why) -> end(cycle.failed(null, why, now()), null);
            case PortfolioDirectory.Lookup.Found(PortfolioRef portfolio) ->
                obstacle(portfolio)
                        .ifPresentOrElse(
                                why -> end(notRun(cycle, portfolio, why), null),
                                () -> execute(cycle, portfolio, patience::again));
        }
    }

    private PortfolioDirectory.Lookup find(long portfolioId) {
        PortfolioDirectory.Lookup found = portfolios.find(portfolioId);
        while (found instanceof PortfolioDirectory.Lookup.Missing(CycleFailure why) && patience.again(why)) {
            found = portfolios.find(portfolioId);
        }
        return found;
    }

    /** What a cycle of the portfolio would do now; nothing is traded or stored, also while the portfolio rests. */
    public CycleRunResult.Settled dryRun(DueCycle due) {
        return switch (portfolios.find(due.portfolioId())) {
            case PortfolioDirectory.Lookup.Missing(CycleFailure why) -> new CycleRunResult.Refused(why);
            case PortfolioDirectory.Lookup.Found(PortfolioRef portfolio) ->
                unmapped(portfolio)
                        .<CycleRunResult.Settled>map(CycleRunResult.Refused::new)
                        .orElseGet(() -> dryRun(due, portfolio.strategyType()));
        };
    }

    private CycleRunResult.Settled dryRun(DueCycle due, String strategy) {
        return switch (controllers.dryRun(strategy, due.portfolioId(), due.id())) {
            case StrategyControllers.Outcome.Done(CycleCounts counts, String report) ->
                new CycleRunResult.Ended(Cycle.requested(due).succeeded(strategy, counts, now()), report);
            case StrategyControllers.Outcome.NotDone(CycleFailure why) -> new CycleRunResult.Refused(why);
        };
    }

    private Optional<CycleFailure> obstacle(PortfolioRef portfolio) {
        if (!portfolio.hasCycles()) {
            return Optional.of(new CycleFailure(
                    ProblemCode.PORTFOLIO_NOT_ACTIVE,
                    "Portfolio %d is %s".formatted(portfolio.id(), portfolio.statusInWords())));
        }
        return unmapped(portfolio);
    }

    private Optional<CycleFailure> unmapped(PortfolioRef portfolio) {
        return controllers.isMapped(portfolio.strategyType())
                ? Optional.empty()
                : Optional.of(new CycleFailure(
                        ProblemCode.UNKNOWN_STRATEGY,
                        "No controller is mapped for %s, the strategy of portfolio %d"
                                .formatted(portfolio.strategyType(), portfolio.id())));
    }

    private Cycle notRun(Cycle cycle, PortfolioRef portfolio, CycleFailure why) {
        return why.code() == ProblemCode.PORTFOLIO_NOT_ACTIVE
                ? cycle.skipped(portfolio.strategyType(), why, now())
                : cycle.failed(portfolio.strategyType(), why, now());
    }

    /** @param again whether to try once more after a failure */
    private CycleRunResult execute(Cycle cycle, PortfolioRef portfolio, Predicate<CycleFailure> again) {
        String strategy = portfolio.strategyType();
        leases.hold(cycle);
        try {
            StrategyControllers.Outcome outcome;
            do {
                outcome = controllers.execute(strategy, portfolio.id(), cycle.id(), cycle.fence());
            } while (outcome instanceof StrategyControllers.Outcome.NotDone(CycleFailure why) && again.test(why));
            return switch (outcome) {
                case StrategyControllers.Outcome.Done(CycleCounts counts, String report) ->
                    end(cycle.succeeded(strategy, counts, now()), report);
                case StrategyControllers.Outcome.NotDone(CycleFailure why) ->
                    end(cycle.failed(strategy, why, now()), null);
            };
        } finally {
            leases.release(cycle);
        }
    }

    private CycleRunResult end(Cycle ended, @Nullable String report) {
        // Not waited for the disk: should the database lose it, the lease ends, and the repeat finds in ledger-service
        // what was done already.
        boolean written = work.relaxed(() -> {
            if (!store.end(ended)) {
                return false;
            }
            events.ended(ended);
            return true;
        });
        if (!written) {
            LOG.info("Cycle {} was taken over; its result under fence {} is dropped", ended.id(), ended.fence());
            return refused(
                    ProblemCode.CYCLE_SUPERSEDED,
                    "Cycle %s was taken over while this run had it".formatted(ended.id()));
        }
        return new CycleRunResult.Ended(ended, report);
    }

    /** As the store keeps it, so that a cycle reads the same at once and later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static CycleRunResult refused(ProblemCode code, String detail) {
        return new CycleRunResult.Refused(new CycleFailure(code, detail));
    }
}
