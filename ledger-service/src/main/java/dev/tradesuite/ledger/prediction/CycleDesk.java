package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Begins and completes cycles. A completed cycle is answered from its report, however often it is asked for. */
public final class CycleDesk {

    private final Portfolios portfolios;
    private final Cycles cycles;
    private final Runs runs;
    private final Records records;
    private final Announcements announcements;
    private final UnitOfWork work;
    private final Clock clock;

    public CycleDesk(
            Portfolios portfolios,
            Cycles cycles,
            Runs runs,
            Records records,
            Announcements announcements,
            UnitOfWork work,
            Clock clock) {
        this.portfolios = portfolios;
        this.cycles = cycles;
        this.runs = runs;
        this.records = records;
        this.announcements = announcements;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A cycle that may go on.
     *
     * @param portfolio as it is now
     * @param report what was reported when the cycle was completed; empty when it is still to be done
     * @param resumed whether a run before this one has begun it and broken off
     */
    public record Opening(Portfolio portfolio, Optional<String> report, boolean resumed) {}

    /**
     * Begins a cycle, or finds it begun; from here on the portfolio takes nothing from runs with a lower fence.
     *
     * @throws RefusedException when there is nothing to begin
     */
    public Opening begin(Run run) {
        return work.durable(() -> {
            Portfolio portfolio = runs.lock(run.portfolioId());
            Optional<Cycle> begun = cycles.find(run.portfolioId(), run.cycleId());
            Optional<String> report = begun.flatMap(Cycle::report);
            if (report.isPresent()) {
                return new Opening(portfolio, report, false);
            }
            long fence = run.fence() == 0 ? portfolio.fence() : run.fence();
            Runs.requireNewest(portfolio, fence);
            if (portfolio.status() != PortfolioStatus.ACTIVE) {
                throw Runs.notActive(portfolio);
            }
            if (begun.isEmpty() || run.fence() == 0) {
                cycles.begin(portfolio.id(), new Cycle(run.cycleId(), fence, now(), null));
            }
            return new Opening(raised(portfolio, fence), Optional.empty(), begun.isPresent());
        });
    }

    private Portfolio raised(Portfolio portfolio, long fence) {
        if (fence == portfolio.fence()) {
            return portfolio;
        }
        Portfolio raised = portfolio.fencedBy(fence);
        portfolios.save(raised, List.of());
        return raised;
    }

    /**
     * Completes a cycle: takes the snapshot of the day and stores the report.
     *
     * @param report writes the report, the snapshot in it
     * @return the report as stored
     */
    public String complete(Run run, RunLabel label, Function<Snapshot, String> report) {
        return work.durable(() -> {
            runs.lock(run.portfolioId());
            Optional<String> stored =
                    cycles.find(run.portfolioId(), run.cycleId()).flatMap(Cycle::report);
            return stored.orElseGet(() -> completed(run, label, report));
        });
    }

    private String completed(Run run, RunLabel label, Function<Snapshot, String> report) {
        Portfolio portfolio = runs.lock(run);
        Instant now = now();
        Snapshot snapshot = Snapshot.of(portfolio, label, now);
        String written = report.apply(snapshot);
        records.put(portfolio.id(), snapshot);
        cycles.complete(portfolio.id(), new Cycle(run.cycleId(), run.fence(), now, new Cycle.Ending(now, written)));
        announcements.taken(portfolio, snapshot);
        return written;
    }

    /** Forgets reports of cycles that began longer ago; their trades stay. */
    public void forgetOlderThan(Duration age) {
        work.durable(() -> {
            cycles.forgetBefore(now().minus(age));
            return true;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
