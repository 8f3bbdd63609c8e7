package dev.tradesuite.orchestrator.cycle.wire;

import dev.tradesuite.contracts.cycle.Cycle;
import dev.tradesuite.contracts.cycle.CycleRequested;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.orchestrator.cycle.Failure;
import dev.tradesuite.orchestrator.cycle.Report;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes cycles as records of the contracts. */
public final class CycleWriter {

    private final JsonMapper json;

    public CycleWriter(JsonMapper json) {
        this.json = json;
    }

    public Cycle cycle(dev.tradesuite.orchestrator.cycle.Cycle cycle) {
        return new Cycle(
                cycle.id(),
                cycle.portfolioId(),
                cycle.strategyType(),
                cycle.trigger(),
                cycle.status(),
                cycle.dueAt(),
                cycle.startedAt(),
                cycle.endedAt(),
                cycle.attempts(),
                cycle.fence(),
                report(cycle.report()),
                problem(cycle.failure()));
    }

    public static CycleRequested requested(dev.tradesuite.orchestrator.cycle.Cycle cycle) {
        return new CycleRequested(cycle.id(), cycle.portfolioId(), cycle.trigger(), cycle.dueAt());
    }

    private @Nullable CycleReport report(@Nullable Report report) {
        return report == null ? null : json.readValue(report.document(), CycleReport.class);
    }

    private static @Nullable Problem problem(@Nullable Failure failure) {
        return failure == null
                ? null
                : new Problem(
                        URI.create(failure.code().type()),
                        failure.code().title(),
                        failure.code().status(),
                        failure.detail(),
                        null,
                        failure.code().name(),
                        List.of(),
                        null);
    }
}
