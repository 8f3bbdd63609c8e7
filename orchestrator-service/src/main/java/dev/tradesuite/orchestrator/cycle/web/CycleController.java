package dev.tradesuite.orchestrator.cycle.web;

import dev.tradesuite.contracts.cycle.Cycle;
import dev.tradesuite.contracts.cycle.CyclePage;
import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.cycle.RunAllResult;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.CycleRunner;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.Failure;
import dev.tradesuite.orchestrator.cycle.Report;
import dev.tradesuite.orchestrator.cycle.Run;
import dev.tradesuite.orchestrator.cycle.RunAll;
import dev.tradesuite.orchestrator.cycle.wire.CycleWriter;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Run cycles, and read what became of them. */
@RestController
@RequestMapping(path = "/orchestrator", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cycles")
class CycleController {

    private final CycleRunner runner;
    private final RunAll all;
    private final CycleStore store;
    private final CycleWriter writer;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;
    private final Clock clock;

    CycleController(
            CycleRunner runner,
            RunAll all,
            CycleStore store,
            CycleWriter writer,
            IdempotentAnswers idempotent,
            JsonMapper json,
            Clock clock) {
        this.runner = runner;
        this.all = all;
        this.store = store;
        this.writer = writer;
        this.idempotent = idempotent;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/run-portfolio-cycle")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(summary = "Run one cycle of a portfolio and wait for it; a repeat with the same cycle_id trades nothing")
    @ApiResponse(
            responseCode = "200",
            description = "The cycle, ended well",
            content = @Content(schema = @Schema(implementation = Cycle.class)))
    ResponseEntity<String> run(
            @RequestParam("portfolio_id") @Positive long portfolioId,
            @RequestParam(name = "cycle_id", required = false) @Nullable UUID cycleId,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        UUID id = cycleId == null ? cycleOf(key, client, portfolioId) : cycleId;
        return idempotent.answer(
                key,
                client,
                "run-portfolio-cycle",
                Map.of("portfolio_id", portfolioId, "cycle_id", cycleId == null ? "" : cycleId),
                claim -> {
                    String answer = json.writeValueAsString(writer.cycle(ended(id, portfolioId)));
                    claim.answer(answer);
                    return answer;
                });
    }

    @PostMapping("/run-all-portfolios")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(summary = "Run one cycle of every active portfolio, several at a time; a result for each")
    @ApiResponse(
            responseCode = "200",
            description = "How each of them ended",
            content = @Content(schema = @Schema(implementation = RunAllResult.class)))
    ResponseEntity<String> runAll(
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key, Principal client) {
        return idempotent.answer(key, client, "run-all-portfolios", Map.of(), claim -> {
            long began = System.nanoTime();
            List<dev.tradesuite.orchestrator.cycle.Cycle> cycles =
                    all.run(portfolioId -> cycleOf(key, client, portfolioId));
            String answer = json.writeValueAsString(result(cycles, Duration.ofNanos(System.nanoTime() - began)));
            claim.answer(answer);
            return answer;
        });
    }

    @GetMapping("/cycles")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Cycles, newest first, without their reports")
    CyclePage list(
            @RequestParam(name = "portfolio_id", required = false) @Nullable @Positive Long portfolioId,
            @RequestParam(required = false) @Nullable CycleStatus status,
            @RequestParam(name = "strategy_type", required = false) @Nullable String strategyType,
            @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return new CyclePage(store.list(new CycleStore.Filter(portfolioId, status, strategyType, limit)).stream()
                .map(writer::cycle)
                .toList());
    }

    @GetMapping("/cycles/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "A cycle with the report of its controller: steps with times, counts, orders")
    Cycle cycle(@PathVariable UUID id) {
        return writer.cycle(store.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no cycle %s".formatted(id))));
    }

    private dev.tradesuite.orchestrator.cycle.Cycle ended(UUID id, long portfolioId) {
        Run run = runner.run(dev.tradesuite.orchestrator.cycle.Cycle.requested(
                id, portfolioId, "", CycleTrigger.REQUEST, clock.instant()));
        return switch (run) {
            case Run.Refused(Failure why) -> throw problem(why);
            case Run.Ended(var cycle) -> {
                if (cycle.failure() != null) {
                    throw problem(cycle.failure());
                }
                yield cycle;
            }
        };
    }

    private static ProblemException problem(Failure why) {
        return new ProblemException(
                why.code(), why.detail(), List.of(), Map.of("error", why.code().title()));
    }

    /** A repeat with the same key means the same cycle, also when the first answer was lost. */
    private static UUID cycleOf(@Nullable String key, Principal client, long portfolioId) {
        return key == null
                ? Ids.next()
                : UUID.nameUUIDFromBytes("key|%s|%s|%d"
                        .formatted(client.getName(), key, portfolioId)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private RunAllResult result(List<dev.tradesuite.orchestrator.cycle.Cycle> cycles, Duration took) {
        int succeeded = (int) cycles.stream()
                .filter(cycle -> cycle.status() == CycleStatus.SUCCEEDED)
                .count();
        int trades = cycles.stream()
                .map(dev.tradesuite.orchestrator.cycle.Cycle::report)
                .mapToInt(report -> trades(report))
                .sum();
        return new RunAllResult(
                cycles.size(),
                succeeded,
                cycles.size() - succeeded,
                trades,
                took.toMillis(),
                cycles.stream().map(writer::cycle).toList());
    }

    private static int trades(@Nullable Report report) {
        return report == null ? 0 : report.trades();
    }
}
