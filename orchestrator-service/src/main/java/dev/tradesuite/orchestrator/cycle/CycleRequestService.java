package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs single cycles on request, and tells what became of them. Reports of earlier runs come from ledger-service. */
public final class CycleRequestService {

    private final CycleRunner runner;
    private final CycleWait wait;
    private final CycleStore store;
    private final CycleReports reports;
    private final Clock clock;

    public CycleRequestService(
            CycleRunner runner, CycleWait wait, CycleStore store, CycleReports reports, Clock clock) {
        this.runner = runner;
        this.wait = wait;
        this.store = store;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * A cycle with what its controller reported.
     *
     * @param report as JSON; absent unless the cycle succeeded and the report is still kept
     */
    public record ReportedCycle(Cycle cycle, @Nullable String report) {}

    /**
     * Runs a cycle and waits for it; a repeat of one that succeeded is answered as the first time. Where a cycle of the
     * portfolio is running already, that one is waited for, and answers.
     */
    public CycleRunResult.Settled run(UUID id, long portfolioId) {
        DueCycle due = new DueCycle(id, portfolioId, "", CycleTrigger.REQUEST, clock.instant());
        return switch (wait.settled(runner.run(due))) {
            case CycleRunResult.Ended(Cycle cycle, @Nullable String report)
            when report == null -> new CycleRunResult.Ended(cycle, report(cycle));
            case CycleRunResult.Settled other -> other;
        };
    }

    /** What a cycle of the portfolio would do now, with the report of its controller. */
    public CycleRunResult.Settled dryRun(UUID id, long portfolioId) {
        return runner.dryRun(new DueCycle(id, portfolioId, "", CycleTrigger.REQUEST, clock.instant()));
    }

    public Optional<ReportedCycle> find(UUID id) {
        return store.find(id).map(cycle -> new ReportedCycle(cycle, report(cycle)));
    }

    /** Cycles without their reports, newest first. */
    public List<Cycle> list(CycleStore.Filter filter) {
        return store.list(filter);
    }

    private @Nullable String report(Cycle cycle) {
        return cycle.status() == CycleStatus.SUCCEEDED
                ? reports.find(cycle.portfolioId(), cycle.id()).orElse(null)
                : null;
    }
}
