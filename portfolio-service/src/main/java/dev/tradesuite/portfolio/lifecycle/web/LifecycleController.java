package dev.tradesuite.portfolio.lifecycle.web;

import dev.tradesuite.contracts.portfolio.LifecycleChanged;
import dev.tradesuite.contracts.portfolio.LifecycleHistory;
import dev.tradesuite.contracts.portfolio.LifecycleRules;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.contracts.portfolio.StrategyCode;
import dev.tradesuite.contracts.portfolio.StrategyLifecycle;
import dev.tradesuite.contracts.portfolio.TransitionRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.lifecycle.LifecycleLog;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.LifecycleService.Outcome;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The lifecycle of strategies. */
@RestController
@RequestMapping("/api/v1/strategies/{code}")
@Tag(name = "Lifecycle", description = "How far strategies have come, and what they have to show")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class LifecycleController {

    private static final String APPROVE = "SCOPE_approve";

    private final LifecycleService lifecycle;
    private final RegistryService registry;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    LifecycleController(
            LifecycleService lifecycle, RegistryService registry, IdempotentAnswers idempotent, JsonMapper json) {
        this.lifecycle = lifecycle;
        this.registry = registry;
        this.idempotent = idempotent;
        this.json = json;
    }

    @GetMapping("/lifecycle")
    @Operation(summary = "Where a strategy stands, where it may go, and what it has to show for it")
    StrategyLifecycle lifecycle(@PathVariable @BooksOf("strategy") @StrategyCode String code) {
        return lifecycle.view(code).map(LifecycleMapper::of).orElseThrow(() -> unknown(code));
    }

    /** Moves a strategy; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping("/transitions")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Move a strategy to another state",
            description = "409 EVIDENCE_MISSING lists every gate that is not passed. LIVE takes the scope approve.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The step it has taken",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = LifecycleChanged.class))))
    ResponseEntity<String> move(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @Valid @RequestBody TransitionRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Authentication client) {
        if (LifecycleService.needsApproval(request.to())
                && client.getAuthorities().stream().noneMatch(one -> APPROVE.equals(one.getAuthority()))) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "LIVE takes a token with the scope approve");
        }
        LifecycleStep.Move move =
                new LifecycleStep.Move(code, request.to(), LifecycleTrigger.PERSON, client.getName(), request.reason());
        return idempotent.answer(key, client, "transition of " + code, request, claim -> moved(move, claim));
    }

    private String moved(LifecycleStep.Move move, Claim claim) {
        return switch (lifecycle.move(move, step -> claim.answer(written(step)))) {
            case Outcome.Moved(LifecycleStep step) -> written(step);
            case Outcome.NoSuchStrategy() -> throw unknown(move.code());
            case Outcome.NoSuchStep(var from, var after) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "%s is %s and cannot become %s; it can become %s"
                                .formatted(
                                        move.code(),
                                        from,
                                        move.to(),
                                        after.isEmpty()
                                                ? "nothing else any more"
                                                : after.stream().map(Enum::name).collect(Collectors.joining(", "))));
            case Outcome.EvidenceMissing(var missing) ->
                throw new ProblemException(
                        ProblemCode.EVIDENCE_MISSING,
                        "%s has not shown what it takes to become %s: %s"
                                .formatted(
                                        move.code(),
                                        move.to(),
                                        missing.stream()
                                                .map(gate -> gate.gate().name())
                                                .collect(Collectors.joining(", "))),
                        LifecycleMapper.errors(missing));
        };
    }

    private String written(LifecycleStep step) {
        return json.writeValueAsString(LifecycleMapper.changed(step));
    }

    /**
     * Steps of a strategy, the newest first.
     *
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping("/history")
    @Operation(summary = "The steps a strategy has taken, the newest first, with the evidence as it was measured")
    LifecycleHistory history(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        requireKnown(code);
        // One more than asked for says whether there is a next page.
        List<LifecycleLog.Numbered> found =
                lifecycle.history(code, Optional.ofNullable(cursor).map(Long::valueOf), limit + 1);
        List<LifecycleLog.Numbered> page = found.subList(0, Math.min(limit, found.size()));
        return new LifecycleHistory(
                page.stream().map(one -> LifecycleMapper.changed(one.step())).toList(),
                found.size() > limit ? Long.toString(page.getLast().number()) : null);
    }

    @GetMapping("/lifecycle/rules")
    @Operation(summary = "What a strategy has to show")
    LifecycleRules rules(@PathVariable @BooksOf("strategy") @StrategyCode String code) {
        requireKnown(code);
        return LifecycleRulesMapper.of(lifecycle.rules(code));
    }

    @PutMapping("/lifecycle/rules")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    @Operation(summary = "Say what a strategy has to show; what is left out is the default")
    LifecycleRules changeRules(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @Valid @RequestBody LifecycleRules request,
            Principal client) {
        if (!lifecycle.changeRules(code, LifecycleRulesMapper.rules(request), client.getName())) {
            throw unknown(code);
        }
        return LifecycleRulesMapper.of(lifecycle.rules(code));
    }

    private void requireKnown(String code) {
        if (registry.find(code).isEmpty()) {
            throw unknown(code);
        }
    }

    private static ProblemException unknown(String code) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no strategy " + code);
    }
}
