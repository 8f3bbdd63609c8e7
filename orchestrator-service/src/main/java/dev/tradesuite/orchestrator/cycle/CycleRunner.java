package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.CycleStore.Claim;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

    private final Portfolios portfolios;
    private final Controllers controllers;
    private final CycleStore store;
    private final Leases leases;
    private final CycleEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public CycleRunner(
            Portfolios portfolios,
            Controllers controllers,
            CycleStore store,
            Leases leases,
            CycleEvents events,
            UnitOfWork work,
            Clock clock) {
        this.portfolios = portfolios;
        this.controllers = controllers;
        this.store = store;
        this.leases = leases;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** Runs a cycle somebody waits for; a repeat of one that succeeded returns it as it was. */
    public Run run(Cycle wanted) {
        Optional<Cycle> before = store.find(wanted.id())
                .filter(cycle ->
                        cycle.status() == CycleStatus.SUCCEEDED && cycle.portfolioId() == wanted.portfolioId());
        if (before.isPresent()) {
            return new Run.Ended(before.get());
        }
        return switch (portfolios.find(wanted.portfolioId())) {
            case Portfolios.Lookup.Missing(Failure why) -> new Run.Refused(why);
            case Portfolios.Lookup.Found(PortfolioRef portfolio) -> run(wanted, portfolio);
        };
    }

    /** As {@link #run(Cycle)}, for a portfolio that was just read. */
    public Run run(Cycle wanted, PortfolioRef portfolio) {
        Optional<Failure> obstacle = obstacle(portfolio);
        if (obstacle.isPresent()) {
            return new Run.Refused(obstacle.get());
        }
        return switch (claim(wanted, true)) {
            case Claim.Ended(Cycle cycle) -> new Run.Ended(cycle);
            case Claim.Busy(var running) ->
                refused(
                        ProblemCode.CYCLE_RUNNING,
                        "Cycle %s of portfolio %d is running".formatted(running, wanted.portfolioId()));
            case Claim.Foreign(long other) ->
                refused(ProblemCode.CONFLICT, "Cycle %s is one of portfolio %d".formatted(wanted.id(), other));
            case Claim.Taken(Cycle cycle) -> execute(cycle, portfolio);
        };
    }

    /**
     * Runs a cycle that waits, or takes over one whose holder is gone; does nothing when it ended or somebody holds it.
     */
    public void runDue(Cycle due) {
        if (claim(due, false) instanceof Claim.Taken(Cycle cycle)) {
            if (cycle.attempts() > 1) {
                LOG.info("Cycle {} is taken over, attempt {}", cycle.id(), cycle.attempts());
            }
            switch (portfolios.find(cycle.portfolioId())) {
                case Portfolios.Lookup.Missing(Failure why) -> end(cycle.failed(null, why, now()));
                case Portfolios.Lookup.Found(PortfolioRef portfolio) ->
                    obstacle(portfolio)
                            .ifPresentOrElse(
                                    why -> end(notRun(cycle, portfolio, why)), () -> execute(cycle, portfolio));
            }
        }
    }

    private Claim claim(Cycle cycle, boolean again) {
        // Not waited for the disk: the portfolio's commit under this fence comes later, and brings this one along.
        return work.relaxed(() -> store.claim(cycle, again, now()));
    }

    private Optional<Failure> obstacle(PortfolioRef portfolio) {
        if (!portfolio.active()) {
            return Optional.of(new Failure(
                    ProblemCode.PORTFOLIO_NOT_ACTIVE,
                    "Portfolio %d is %s".formatted(portfolio.id(), portfolio.status())));
        }
        if (!controllers.isMapped(portfolio.strategyType())) {
            return Optional.of(new Failure(
                    ProblemCode.UNKNOWN_STRATEGY,
                    "No controller is mapped for %s, the strategy of portfolio %d"
                            .formatted(portfolio.strategyType(), portfolio.id())));
        }
        return Optional.empty();
    }

    private Cycle notRun(Cycle cycle, PortfolioRef portfolio, Failure why) {
        Instant now = now();
        return why.code() == ProblemCode.PORTFOLIO_NOT_ACTIVE
                ? cycle.skipped(portfolio.strategyType(), why, now)
                : cycle.failed(portfolio.strategyType(), why, now);
    }

    private Run execute(Cycle cycle, PortfolioRef portfolio) {
        String strategy = portfolio.strategyType();
        leases.hold(cycle);
        try {
            return end(
                    switch (controllers.execute(strategy, portfolio.id(), cycle.id(), cycle.fence())) {
                        case Controllers.Outcome.Done(Report report) -> cycle.succeeded(strategy, report, now());
                        case Controllers.Outcome.NotDone(Failure why) -> cycle.failed(strategy, why, now());
                    });
        } finally {
            leases.release(cycle);
        }
    }

    private Run end(Cycle ended) {
        boolean written = work.durable(() -> {
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
        return new Run.Ended(ended);
    }

    /** As the store keeps it, so that a cycle reads the same at once and later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Run refused(ProblemCode code, String detail) {
        return new Run.Refused(new Failure(code, detail));
    }
}
