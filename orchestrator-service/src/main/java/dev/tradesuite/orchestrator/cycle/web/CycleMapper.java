package dev.tradesuite.orchestrator.cycle.web;

import dev.tradesuite.contracts.cycle.CycleCounts;
import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.RunAllResult;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cycles as records of the contracts. */
@Component
final class CycleMapper {

    private final JsonMapper json;

    CycleMapper(JsonMapper json) {
        this.json = json;
    }

    dev.tradesuite.contracts.cycle.Cycle cycle(Cycle cycle, @Nullable String report) {
        return new dev.tradesuite.contracts.cycle.Cycle(
                cycle.id(),
                cycle.portfolioId(),
                cycle.strategyType(),
                cycle.due().trigger(),
                cycle.status(),
                cycle.due().at(),
                cycle.startedAt(),
                cycle.endedAt(),
                cycle.attempts(),
                cycle.fence(),
                counts(cycle.counts()),
                report == null ? null : json.readValue(report, CycleReport.class),
                problem(cycle.failure()));
    }

    RunAllResult result(List<Cycle> cycles, Duration took) {
        int succeeded = (int) cycles.stream()
                .filter(cycle -> cycle.status() == CycleStatus.SUCCEEDED)
                .count();
        return new RunAllResult(
                cycles.size(),
                succeeded,
                cycles.size() - succeeded,
                cycles.stream().mapToInt(CycleMapper::trades).sum(),
                took.toMillis(),
                cycles.stream().map(cycle -> cycle(cycle, null)).toList());
    }

    private static int trades(Cycle cycle) {
        return cycle.counts() == null ? 0 : cycle.counts().trades();
    }

    private static @Nullable CycleCounts counts(dev.tradesuite.orchestrator.cycle.@Nullable CycleCounts counts) {
        return counts == null
                ? null
                : new CycleCounts(counts.signals(), counts.trades(), counts.denied(), counts.settled());
    }

    private static @Nullable Problem problem(@Nullable CycleFailure failure) {
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
