package dev.tradesuite.portfolio.rebalancing.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.portfolio.RebalanceRequest;
import dev.tradesuite.contracts.portfolio.Rebalancing;
import dev.tradesuite.contracts.portfolio.RebalancingPage;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.contracts.portfolio.SubmitRebalancingRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.rebalancing.RebalancingPlan;
import dev.tradesuite.portfolio.rebalancing.RebalancingService;
import dev.tradesuite.portfolio.rebalancing.RebalancingService.Outcome;
import dev.tradesuite.portfolio.rebalancing.RebalancingStore;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** How accounts get to their targets. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rebalancing", description = "Orders that bring an account to its target, approved by a person")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RebalancingController {

    private final RebalancingService rebalancings;
    private final Access access;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    RebalancingController(
            RebalancingService rebalancings, Access access, IdempotentAnswers idempotent, JsonMapper json) {
        this.rebalancings = rebalancings;
        this.access = access;
        this.idempotent = idempotent;
        this.json = json;
    }

    /** Makes a plan; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping("/portfolio/rebalance")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Plan how an account gets to its target: a dry run that is kept as a draft",
            description = "Every order is checked as the orchestrator checks one that is sent; nothing is.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The draft",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Rebalancing.class))))
    ResponseEntity<String> plan(
            @Valid @RequestBody RebalanceRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        String account = Objects.requireNonNullElse(request.accountId(), BooksOfRebalancing.USUAL);
        return idempotent.answer(
                key,
                client,
                "plan a rebalancing",
                request,
                claim -> done(rebalancings.draft(
                        account,
                        RebalancingTrigger.PERSON,
                        client.getName(),
                        request.reason(),
                        view -> claim.answer(written(view)))));
    }

    @GetMapping("/rebalances")
    @Operation(summary = "Rebalancings of one's own accounts, newest first")
    RebalancingPage list(
            @RequestParam(name = "account_id", required = false) @Nullable @AccountId String accountId,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        // One more than asked for says whether there is a next page.
        List<RebalancingService.View> found = rebalancings.list(new RebalancingStore.Filter(
                Optional.ofNullable(accountId),
                access.visible(OwnedBooks.Kind.ACCOUNT),
                Optional.ofNullable(cursor),
                limit + 1));
        List<RebalancingService.View> page = found.subList(0, Math.min(limit, found.size()));
        return new RebalancingPage(
                page.stream().map(RebalancingMapper::rebalancing).toList(),
                found.size() > limit ? page.getLast().rebalancing().id().toString() : null);
    }

    @GetMapping("/rebalances/{id}")
    @Operation(summary = "A rebalancing: its plan, where it stands, and what became of each order")
    Rebalancing rebalancing(@PathVariable @BooksOf("rebalancing") UUID id) {
        return rebalancings.find(id).map(RebalancingMapper::rebalancing).orElseThrow(() -> unknown(id));
    }

    /** Asks for approval; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping("/rebalances/{id}/submit")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Ask for approval of a plan as it was read",
            description = "Approved, it is carried out: prices and checks are made anew first, and when anything does"
                    + " not hold any more nothing is sent.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The rebalancing, which waits for a person",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Rebalancing.class))))
    ResponseEntity<String> submit(
            @PathVariable @BooksOf("rebalancing") UUID id,
            @Valid @RequestBody SubmitRebalancingRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(
                key,
                client,
                "submit rebalancing " + id,
                request,
                claim -> done(rebalancings.submit(id, request.planHash(), view -> claim.answer(written(view))), id));
    }

    /** Takes one back; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping("/rebalances/{id}/cancel")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Take a rebalancing back",
            description = "While its orders are sent, those not sent yet stay unsent; what was filled stays.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The rebalancing",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Rebalancing.class))))
    ResponseEntity<String> cancel(
            @PathVariable @BooksOf("rebalancing") UUID id,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(
                key,
                client,
                "cancel rebalancing",
                id,
                claim -> done(rebalancings.cancel(id, client.getName(), view -> claim.answer(written(view))), id));
    }

    private String done(Outcome outcome, UUID id) {
        if (outcome instanceof Outcome.NoSuchRebalancing) {
            throw unknown(id);
        }
        return done(outcome);
    }

    private String done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(RebalancingService.View view) -> written(view);
            case Outcome.NoSuchRebalancing() ->
                throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such rebalancing");
            case Outcome.NoSuchAccount(String account) ->
                throw new ProblemException(ProblemCode.NOT_FOUND, "There is no account " + account);
            case Outcome.NoTarget(String account) ->
                throw new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "%s has no target; POST /api/v1/portfolio/construct makes one".formatted(account));
            case Outcome.NothingToDivide(String account) ->
                throw new ProblemException(ProblemCode.NOT_COMPUTABLE, "%s is worth nothing".formatted(account));
            case Outcome.NotNow(RebalancingState state) ->
                throw new ProblemException(ProblemCode.CONFLICT, "The rebalancing is %s".formatted(state));
            case Outcome.OtherPlan(String hash) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT, "The plan has the hash %s; read it again".formatted(hash));
            case Outcome.NotAllowed(List<RebalancingPlan.Check> denied) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        denied.isEmpty() ? "The plan has no orders: there is nothing to do" : "Checks deny the plan",
                        denied.stream()
                                .map(check -> new FieldError(check.name(), "CHECK_DENIED", check.message(), null))
                                .toList());
            case Outcome.AnotherUnderWay(String account) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "Another rebalancing of %s is under way; GET /api/v1/rebalances".formatted(account));
        };
    }

    private String written(RebalancingService.View view) {
        return json.writeValueAsString(RebalancingMapper.rebalancing(view));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no rebalancing " + id);
    }
}
