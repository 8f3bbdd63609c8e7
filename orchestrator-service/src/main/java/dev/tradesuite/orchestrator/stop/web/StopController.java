package dev.tradesuite.orchestrator.stop.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.orchestrator.StopLevel;
import dev.tradesuite.contracts.orchestrator.StopScope;
import dev.tradesuite.contracts.orchestrator.StopTradingRequest;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo;
import dev.tradesuite.contracts.orchestrator.TradingStopPage;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.stop.StopRunner;
import dev.tradesuite.orchestrator.stop.StopService;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
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

/** Stops trading, and tells how far that is. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator", produces = MediaType.APPLICATION_JSON_VALUE)
class StopController {

    private static final Logger LOG = LoggerFactory.getLogger(StopController.class);

    private final StopService service;
    private final StopRunner runner;
    private final TradingStopMapper mapper;
    private final Access access;
    private final IdempotentAnswers idempotent;

    StopController(
            StopService service,
            StopRunner runner,
            TradingStopMapper mapper,
            Access access,
            IdempotentAnswers idempotent) {
        this.service = service;
        this.runner = runner;
        this.mapper = mapper;
        this.access = access;
        this.idempotent = idempotent;
    }

    @PostMapping("/stop")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    @Operation(summary = "Stop trading: no new entries, halt, or flatten; of one account or of all")
    @ApiResponse(
            responseCode = "200",
            description = "The stop as it begins; what becomes of it says /stops/{id}",
            content = @Content(schema = @Schema(implementation = TradingStopInfo.class)))
    ResponseEntity<String> stop(
            @Valid @RequestBody StopTradingRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal person) {
        TradingStop.Wish wish =
                wish(request.level(), request.scope(), request.id(), request.reason(), person.getName());
        return idempotent.answer(
                key,
                person,
                "stop",
                request,
                claim -> mapper.written(begun(service.stop(wish, told -> claim.answer(mapper.written(told))))));
    }

    /** Whoever is answered knows that nothing new is opened any more, unless risk-service did not answer. */
    private StopService.Told begun(StopService.Told told) {
        try {
            runner.begin(told.stop().id());
        } catch (RuntimeException e) {
            LOG.warn("The stop {} is begun by whoever takes it up", told.stop().id(), e);
        }
        return told;
    }

    /** Orders that would be cancelled and positions that would be closed, as it is now. */
    @GetMapping("/stop/preview")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    @Operation(summary = "What a stop would cancel and close now")
    TradingStopPreview preview(
            @RequestParam StopLevel level,
            @RequestParam StopScope scope,
            @RequestParam(required = false) @Nullable @AccountId String id) {
        TradingStop.Wish wish = wish(level, scope, id, "", "");
        return mapper.preview(wish, service.preview(wish));
    }

    @GetMapping("/stops")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Stops of one's own accounts and of all of them, the newest first")
    TradingStopPage stops(
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Set<String> visible = visible();
        // One more than asked for says whether there is a next page.
        List<StopService.Told> found = service.list(visible, cursor, limit + 1);
        List<StopService.Told> page = found.subList(0, Math.min(limit, found.size()));
        return new TradingStopPage(
                page.stream().map(told -> mapper.info(told, among(visible))).toList(),
                found.size() > limit ? page.getLast().stop().id().toString() : null);
    }

    @GetMapping("/stops/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "A stop, and what became of each order and position")
    TradingStopInfo stop(@PathVariable @BooksOf("stop") UUID id) {
        return mapper.info(
                service.find(id)
                        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no stop " + id)),
                among(visible()));
    }

    /** Who sees only its own accounts cannot stop those of others. */
    private TradingStop.Wish wish(
            StopLevel level, StopScope scope, @Nullable String account, String reason, String person) {
        return switch (scope) {
            case ALL -> {
                if (account != null) {
                    throw invalid("NOT_ALLOWED", "expected no account with the scope all", account);
                }
                if (visible() != null) {
                    throw new ProblemException(
                            ProblemCode.FORBIDDEN, "Only who sees every account may stop every account");
                }
                yield new TradingStop.Wish(level, null, reason, person);
            }
            case ACCOUNT -> {
                if (account == null) {
                    throw invalid("REQUIRED", "expected the account to stop", null);
                }
                yield new TradingStop.Wish(level, account, reason, person);
            }
        };
    }

    /** The caller's own accounts, with those of its portfolios; absent: it sees all. */
    private @Nullable Set<String> visible() {
        return access.visible(OwnedBooks.Kind.ACCOUNT)
                .map(accounts -> {
                    Set<String> all = new HashSet<>(accounts);
                    access.visible(OwnedBooks.Kind.PORTFOLIO).orElse(Set.of()).stream()
                            .map(id -> TradingStopMapper.PORTFOLIO + id)
                            .forEach(all::add);
                    return all;
                })
                .orElse(null);
    }

    private static Predicate<String> among(@Nullable Set<String> visible) {
        return account -> visible == null || visible.contains(account);
    }

    private static ProblemException invalid(String code, String message, @Nullable String value) {
        return ProblemException.invalid(List.of(new FieldError("id", code, message, value)));
    }
}
