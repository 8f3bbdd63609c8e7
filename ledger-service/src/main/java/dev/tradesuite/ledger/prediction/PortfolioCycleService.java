package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Begins and completes cycles. A completed cycle is answered from its report, however often it is asked for. */
public final class PortfolioCycleService {

    /** The longest a strategy may leave a market alone; see its parameter {@code cooldown}. */
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(30);

    private final BookedCycles cycles;
    private final PortfolioHistory history;
    private final FenceGuard fences;
    private final PortfolioEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public PortfolioCycleService(
            BookedCycles cycles,
            PortfolioHistory history,
            FenceGuard fences,
            PortfolioEvents events,
            UnitOfWork work,
            Clock clock) {
        this.cycles = cycles;
        this.history = history;
        this.fences = fences;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A cycle that may go on.
     *
     * @param portfolio as it is now
     * @param report what is stored of the cycle when it was completed; empty when it is still to be done
     * @param orders orders of the cycle so far, accepted by a run that broke off; empty when there are none
     * @param past losses and refusals of the last 30 days; of a completed cycle none
     */
    public record Opening(
            ManagedPortfolio portfolio,
            Optional<String> report,
            List<OutcomeOrder> orders,
            List<PortfolioHistory.LossOrRefusal> past) {}

    /**
     * Begins a cycle, or finds it begun; from here on the portfolio takes nothing from runs with a lower fence.
     *
     * @throws RefusedException when there is nothing to begin, or nobody has given the run its fence
     */
    public Opening begin(FencedRun run) {
        return begin(run, false).orElseGet(() -> {
            // Asked between two transactions: nothing is locked meanwhile.
            fences.requireGiven(run);
            return begin(run, true).orElseThrow();
        });
    }

    /** @return empty when it is to be asked first whether the run was given its fence */
    private Optional<Opening> begin(FencedRun run, boolean given) {
        // A crash that loses the beginning loses everything that was done after it, and a run whose beginning is lost
        // is told so by its next call.
        return work.relaxed(() -> {
            ManagedPortfolio portfolio = fences.lock(run.portfolioId());
            return given || !FenceGuard.isFar(portfolio, run) ? Optional.of(begun(portfolio, run)) : Optional.empty();
        });
    }

    private Opening begun(ManagedPortfolio portfolio, FencedRun run) {
        FencedRun numbered = run.fence() == 0 ? run.withFence(portfolio.fence()) : run;
        if (mayBegin(portfolio, numbered) && cycles.begin(numbered, now())) {
            return new Opening(
                    portfolio.fencedBy(numbered.fence()), Optional.empty(), List.of(), past(run.portfolioId()));
        }
        Optional<BookedCycle> begun = cycles.find(run.portfolioId(), run.cycleId());
        Optional<String> report = begun.flatMap(BookedCycle::report);
        if (report.isPresent()) {
            return new Opening(portfolio, report, List.of(), List.of());
        }
        FenceGuard.requireNewest(portfolio, numbered.fence());
        if (portfolio.status() == PortfolioStatus.ARCHIVED) {
            throw FenceGuard.notActive(portfolio);
        }
        cycles.resume(numbered, run.fence() == 0);
        return new Opening(
                portfolio.fencedBy(numbered.fence()),
                report,
                begun.map(BookedCycle::orders).orElse(List.of()),
                past(run.portfolioId()));
    }

    /** What a cycle would begin with now; nothing begins. */
    public Opening look(long portfolioId) {
        return work.relaxed(
                () -> new Opening(fences.lock(portfolioId), Optional.empty(), List.of(), past(portfolioId)));
    }

    private static boolean mayBegin(ManagedPortfolio portfolio, FencedRun run) {
        return portfolio.status() != PortfolioStatus.ARCHIVED && run.fence() >= portfolio.fence();
    }

    private List<PortfolioHistory.LossOrRefusal> past(long portfolioId) {
        return history.lossesAndRefusals(portfolioId, now().minus(LONGEST_COOLDOWN));
    }

    /**
     * What the books themselves know of a cycle.
     *
     * @param orders its orders, in the order they were accepted
     * @param settled how many positions were settled in it
     * @param snapshot the portfolio at its end
     */
    public record Facts(List<OutcomeOrder> orders, int settled, DailySnapshot snapshot) {}

    /**
     * Completes a cycle: takes the snapshot of the day and stores the report.
     *
     * @param report writes the report, the facts in it
     * @return the report as stored
     */
    public String complete(FencedRun run, RunLabel label, Function<Facts, String> report) {
        return work.durable(() -> {
            FenceGuard.Locked locked = fences.lock(run);
            return locked.cycle().report().orElseGet(() -> completed(locked, run, label, report));
        });
    }

    private String completed(FenceGuard.Locked locked, FencedRun run, RunLabel label, Function<Facts, String> report) {
        fences.requireUnderWay(locked, run);
        Instant now = now();
        ManagedPortfolio portfolio = locked.portfolio();
        DailySnapshot snapshot = DailySnapshot.of(portfolio.books(), label, now);
        BookedCycle cycle = locked.cycle();
        String written = report.apply(new Facts(cycle.orders(), cycle.settled(), snapshot));
        if (cycles.complete(run, new BookedCycle.Ending(now, written), snapshot)) {
            events.snapshotTaken(portfolio, snapshot);
        }
        return written;
    }

    /** What is stored of a cycle; empty before it is completed. */
    public Optional<String> report(long portfolioId, UUID cycleId) {
        return cycles.report(portfolioId, cycleId);
    }

    /** Forgets reports of cycles that began longer ago, and orders that came to nothing; the books themselves stay. */
    public void forgetOlderThan(Duration age) {
        work.durable(() -> cycles.forgetBefore(now().minus(age)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
