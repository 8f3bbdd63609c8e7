package dev.tradesuite.orchestrator.cycle.web;

import dev.tradesuite.contracts.cycle.Cycle;
import dev.tradesuite.contracts.cycle.CyclePage;
import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.RunAllResult;
import dev.tradesuite.contracts.ledger.PortfolioId;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.CycleRequestService;
import dev.tradesuite.orchestrator.cycle.CycleRequestService.ReportedCycle;
import dev.tradesuite.orchestrator.cycle.CycleRunResult;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.RunAll;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.access.OwnedBooks;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
class CycleRunController {

    /** Stands, with the id of a cycle, in the place of an answer whose report is kept by ledger-service. */
    private static final String KEPT_ELSEWHERE = "cycle ";

    private final CycleRequestService cycles;
    private final RunAll all;
    private final CycleMapper mapper;
    private final Access access;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    CycleRunController(
            CycleRequestService cycles,
            RunAll all,
            CycleMapper mapper,
            Access access,
            IdempotentAnswers idempotent,
            JsonMapper json) {
        this.cycles = cycles;
        this.all = all;
        this.mapper = mapper;
        this.access = access;
        this.idempotent = idempotent;
        this.json = json;
    }

    @PostMapping("/run-portfolio-cycle")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Run one cycle of a portfolio and wait for it, or for the one that runs already",
            description =
                    "A repeat with the same cycle_id trades nothing. With dry_run nothing is traded or stored: the"
                            + " report says what a cycle would want now.")
    @ApiResponse(
            responseCode = "200",
            description = "The cycle, ended well",
            content = @Content(schema = @Schema(implementation = Cycle.class)))
    ResponseEntity<String> run(
            @RequestParam("portfolio_id") @PortfolioId @Positive long portfolioId,
            @RequestParam(name = "cycle_id", required = false) @BooksOf(value = "cycle", mayBeNew = true) @Nullable
                    UUID cycleId,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        if (dryRun) {
            return ResponseEntity.ok(body(ended(cycles.dryRun(Ids.next(), portfolioId))));
        }
        UUID id = cycleId == null ? cycleOf(key, client, portfolioId) : cycleId;
        ResponseEntity<String> answer = idempotent.answer(
                key,
                client,
                "run-portfolio-cycle",
                Map.of("portfolio_id", portfolioId, "cycle_id", cycleId == null ? "" : cycleId),
                claim -> {
                    CycleRunResult.Ended ended = ended(cycles.run(id, portfolioId));
                    claim.answer(KEPT_ELSEWHERE + ended.cycle().id());
                    return body(ended);
                });
        String body = answer.getBody();
        return body != null && body.startsWith(KEPT_ELSEWHERE)
                ? ResponseEntity.ok()
                        .headers(answer.getHeaders())
                        .body(json.writeValueAsString(cycle(UUID.fromString(body.substring(KEPT_ELSEWHERE.length())))))
                : answer;
    }

    @PostMapping("/run-all-portfolios")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Run one cycle of every active portfolio of one's own, several at a time; a result for each,"
                    + " without its report")
    @ApiResponse(
            responseCode = "200",
            description = "How each of them ended",
            content = @Content(schema = @Schema(implementation = RunAllResult.class)))
    ResponseEntity<String> runAll(
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key, Principal client) {
        Set<Long> only = visible();
        return idempotent.answer(key, client, "run-all-portfolios", Map.of(), claim -> {
            long began = System.nanoTime();
            var ended = all.run(only, portfolioId -> cycleOf(key, client, portfolioId));
            String answer = json.writeValueAsString(mapper.result(ended, Duration.ofNanos(System.nanoTime() - began)));
            claim.answer(answer);
            return answer;
        });
    }

    @GetMapping("/cycles")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Cycles, newest first, without their reports")
    CyclePage list(
            @RequestParam(name = "portfolio_id", required = false) @PortfolioId @Nullable @Positive Long portfolioId,
            @RequestParam(required = false) @Nullable CycleStatus status,
            @RequestParam(name = "strategy_type", required = false) @Nullable String strategyType,
            @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return new CyclePage(
                cycles.list(new CycleStore.Filter(portfolioId, visible(), status, strategyType, limit)).stream()
                        .map(cycle -> mapper.cycle(cycle, null))
                        .toList());
    }

    @GetMapping("/cycles/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "A cycle with the report of its controller: steps with times, counts, orders")
    Cycle cycle(@PathVariable @BooksOf("cycle") UUID id) {
        ReportedCycle found = cycles.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no cycle %s".formatted(id)));
        return mapper.cycle(found.cycle(), found.report());
    }

    /** The caller's own portfolios; absent: it sees all. */
    private @Nullable Set<Long> visible() {
        return access.visible(OwnedBooks.Kind.PORTFOLIO)
                .map(ids -> ids.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet()))
                .orElse(null);
    }

    private String body(CycleRunResult.Ended ended) {
        return json.writeValueAsString(mapper.cycle(ended.cycle(), ended.report()));
    }

    private static CycleRunResult.Ended ended(CycleRunResult.Settled result) {
        return switch (result) {
            case CycleRunResult.Refused(CycleFailure why) -> throw problem(why);
            case CycleRunResult.Ended ended -> {
                CycleFailure why = ended.cycle().failure();
                if (why != null) {
                    throw problem(why);
                }
                yield ended;
            }
        };
    }

    private static ProblemException problem(CycleFailure why) {
        String error = why.controllerError() == null
                ? why.code().title()
                : "Strategy controller error: " + why.controllerError();
        return new ProblemException(why.code(), why.detail(), List.of(), Map.of("error", error));
    }

    /** A repeat with the same key means the same cycle, also when the first answer was lost. */
    private static UUID cycleOf(@Nullable String key, Principal client, long portfolioId) {
        return key == null
                ? Ids.next()
                : UUID.nameUUIDFromBytes("key|%s|%s|%d"
                        .formatted(client.getName(), key, portfolioId)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
