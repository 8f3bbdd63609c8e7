package dev.tradesuite.portfolio.allocation.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.portfolio.ConstructPortfolioRequest;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.contracts.portfolio.TargetPortfolio;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.TargetPortfolioService;
import dev.tradesuite.portfolio.allocation.TargetPortfolioService.Outcome;
import dev.tradesuite.portfolio.optimisation.AnswerArchive;
import dev.tradesuite.portfolio.registry.SourceVisibility;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What accounts are to hold. */
@RestController
@RequestMapping("/api/v1/portfolio")
@Tag(name = "Portfolio", description = "What accounts hold and are to hold, by strategy")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class TargetController {

    /** The account of whoever names none. */
    static final String USUAL = "main";

    private final TargetPortfolioService targets;
    private final AnswerArchive answers;
    private final SourceVisibility visibility;
    private final Access access;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    TargetController(
            TargetPortfolioService targets,
            AnswerArchive answers,
            SourceVisibility visibility,
            Access access,
            IdempotentAnswers idempotent,
            JsonMapper json) {
        this.targets = targets;
        this.answers = answers;
        this.visibility = visibility;
        this.access = access;
        this.idempotent = idempotent;
        this.json = json;
    }

    /** Makes weights the target; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping("/construct")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Make an optimum, or weights, the target of a portfolio, as its next version",
            description = "Nothing is traded by that. With version a change that was made from an older one is refused"
                    + " with 409.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The target",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = TargetPortfolio.class))))
    ResponseEntity<String> construct(
            @Valid @RequestBody ConstructPortfolioRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(
                key, client, "construct a portfolio", request, claim -> constructed(request, client, claim));
    }

    @GetMapping("/target")
    @Operation(summary = "The target of a portfolio, or an earlier version of it")
    TargetPortfolio target(
            @RequestParam(name = "account_id", defaultValue = USUAL) @AccountId String accountId,
            @RequestParam(required = false) @Nullable @Positive Long version) {
        access.require(OwnedBooks.account(accountId));
        return (version == null ? targets.newest(accountId) : targets.find(accountId, version))
                .map(AllocationMapper::target)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.NOT_FOUND, "There is no such target of account " + accountId));
    }

    private String constructed(ConstructPortfolioRequest request, Principal client, Claim claim) {
        TargetPortfolioService.Wish wish = new TargetPortfolioService.Wish(
                Objects.requireNonNullElse(request.accountId(), USUAL),
                weights(request),
                Optional.ofNullable(request.requestId()),
                Optional.ofNullable(request.version()),
                visibility.ofCaller(),
                client.getName(),
                request.reason());
        return switch (targets.construct(wish, target -> claim.answer(written(target)))) {
            case Outcome.Constructed(AllocationTarget target) -> written(target);
            case Outcome.UnknownStrategies(List<String> codes) ->
                throw new ProblemException(ProblemCode.UNKNOWN_CODE, "Not registered: " + String.join(", ", codes));
            case Outcome.WithoutCapital(LifecycleState state, List<String> codes) ->
                throw new ProblemException(
                        state == LifecycleState.RETIRED ? ProblemCode.STRATEGY_RETIRED : ProblemCode.CONFLICT,
                        "%s gets no capital: %s".formatted(state, String.join(", ", codes)));
            case Outcome.OutOfRange(Map<String, Double> weights) ->
                throw ProblemException.invalid(weights.entrySet().stream()
                        .map(one -> new FieldError(
                                "weights." + one.getKey(),
                                "OUT_OF_RANGE",
                                "must be from 0 to 1: nothing is sold short for a strategy",
                                String.valueOf(one.getValue())))
                        .toList());
            case Outcome.TooMuch(double sum) ->
                throw ProblemException.invalid(List.of(
                        new FieldError("weights", "OUT_OF_RANGE", "must come to at most 1", String.valueOf(sum))));
            case Outcome.OtherVersion(long version) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "The target of %s is at version %d by now; read it and decide again"
                                .formatted(wish.account(), version));
        };
    }

    private Map<String, Double> weights(ConstructPortfolioRequest request) {
        UUID id = request.requestId();
        Map<String, Double> stated = request.weights();
        if (id != null && stated != null) {
            throw ProblemException.invalid(
                    List.of(new FieldError("weights", "CONTRADICTION", "give request_id or weights, not both", null)));
        }
        if (id == null && stated == null) {
            throw ProblemException.invalid(
                    List.of(new FieldError("request_id", "REQUIRED", "request_id or weights is required", null)));
        }
        return id == null ? Objects.requireNonNull(stated) : optimum(id);
    }

    private Map<String, Double> optimum(UUID id) {
        return answers.find(id, AnswerArchive.Kind.WEIGHTS)
                .map(text -> json.readValue(text, OptimizeAnswer.class).weights())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "No answer %s, or it is older than answers are kept".formatted(id)));
    }

    private String written(AllocationTarget target) {
        return json.writeValueAsString(AllocationMapper.target(target));
    }
}
