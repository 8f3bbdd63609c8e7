package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the cycles of all active portfolios, several at a time; one that fails stops none of the others. */
public final class RunAll {

    private static final Logger LOG = LoggerFactory.getLogger(RunAll.class);

    private final PortfolioDirectory portfolios;
    private final CycleRunner runner;
    private final CycleWait wait;
    private final ExecutorService threads;
    private final int atOnce;
    private final Clock clock;

    /** @param atOnce most cycles of one call at the same time */
    public RunAll(
            PortfolioDirectory portfolios,
            CycleRunner runner,
            CycleWait wait,
            ExecutorService threads,
            int atOnce,
            Clock clock) {
        this.portfolios = portfolios;
        this.runner = runner;
        this.wait = wait;
        this.threads = threads;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /** As the other, for every portfolio. */
    public List<Cycle> run(LongFunction<UUID> ids) {
        return run(null, ids);
    }

    /**
     * Runs them and waits for all.
     *
     * @param only portfolios that may be run; absent: all may
     * @param ids gives the cycle of a portfolio
     * @return one cycle for each active portfolio, by number: where one was running already, that one; one that was
     *     refused is failed and was not stored
     */
    public List<Cycle> run(@Nullable Set<Long> only, LongFunction<UUID> ids) {
        Semaphore free = new Semaphore(atOnce);
        List<Future<Cycle>> running = new ArrayList<>();
        for (PortfolioRef portfolio : portfolios.active()) {
            if (only != null && !only.contains(portfolio.id())) {
                continue;
            }
            free.acquireUninterruptibly();
            running.add(threads.submit(() -> {
                try {
                    return one(portfolio, ids.apply(portfolio.id()));
                } finally {
                    free.release();
                }
            }));
        }
        return running.stream().map(RunAll::await).toList();
    }

    private Cycle one(PortfolioRef portfolio, UUID id) {
        DueCycle due =
                new DueCycle(id, portfolio.id(), portfolio.strategyType(), CycleTrigger.RUN_ALL, clock.instant());
        try {
            return switch (wait.settled(runner.run(due, portfolio))) {
                case CycleRunResult.Ended(Cycle cycle, var _) -> cycle;
                case CycleRunResult.Refused(CycleFailure why) -> notRun(due, why);
            };
        } catch (RuntimeException e) {
            LOG.error("Cycle {} of portfolio {} failed", id, portfolio.id(), e);
            return notRun(
                    due, new CycleFailure(ProblemCode.INTERNAL, "Something went wrong here; the log has the cause"));
        }
    }

    private Cycle notRun(DueCycle due, CycleFailure why) {
        return Cycle.requested(due).failed(due.strategyQueue(), why, clock.instant());
    }

    private static Cycle await(Future<Cycle> cycle) {
        try {
            return cycle.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cycles run", e);
        }
    }
}
