package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.contracts.portfolio.RegisterStrategyRequest;
import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.contracts.portfolio.StrategyCode;
import dev.tradesuite.contracts.portfolio.UpdateStrategyRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.registry.LastFetches;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.portfolio.registry.RegistryService.Outcome;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The registry of strategies. */
@RestController
@RequestMapping("/api/v1/strategies")
@Tag(name = "Strategies", description = "Strategies as assets")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RegistryController {

    private final RegistryService registry;
    private final LastFetches fetches;
    private final Access access;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    RegistryController(
            RegistryService registry,
            LastFetches fetches,
            Access access,
            IdempotentAnswers idempotent,
            JsonMapper json) {
        this.registry = registry;
        this.fetches = fetches;
        this.access = access;
        this.idempotent = idempotent;
        this.json = json;
    }

    @GetMapping
    @Operation(
            summary = "Registered strategies by code",
            description =
                    "The answer's next, given as after, leads to the next page; the last page has none. Strategies"
                            + " on accounts and portfolios of others are left out.")
    RegisteredStrategyPage list(
            @RequestParam(defaultValue = "") @Size(max = 64) String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        RegistryService.Page page = registry.list(after, limit, new VisibleSources(access));
        return RegisteredStrategyMapper.page(
                page,
                fetches.of(page.strategies().stream()
                        .map(dev.tradesuite.portfolio.registry.RegisteredStrategy::code)
                        .toList()));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One registered strategy")
    RegisteredStrategy get(@PathVariable @BooksOf("strategy") @StrategyCode String code) {
        return registry.find(code).map(this::written).orElseThrow(() -> unknown(code));
    }

    /** Registers a strategy; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Register a strategy, in the state DISCOVERY",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "The strategy",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RegisteredStrategy.class))))
    ResponseEntity<String> register(
            @Valid @RequestBody RegisterStrategyRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        RegistryService.Candidate candidate = candidate(request);
        requireOwn(candidate.source());
        ResponseEntity<String> answer =
                idempotent.answer(key, client, "register a strategy", request, claim -> registered(candidate, claim));
        return ResponseEntity.created(URI.create("/api/v1/strategies/" + candidate.code()))
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private String registered(RegistryService.Candidate candidate, Claim claim) {
        return text(stored(
                candidate.code(),
                registry.register(
                        candidate, added -> claim.answer(text(RegisteredStrategyMapper.strategy(added, null))))));
    }

    @PatchMapping("/{code}")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Change the name or the benchmark of a strategy",
            description = "With version a change that was made from an older one is refused with 409.")
    RegisteredStrategy update(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @Valid @RequestBody UpdateStrategyRequest request) {
        if (request.name() == null && request.benchmark() == null) {
            throw ProblemException.invalid(
                    List.of(new FieldError("name", "REQUIRED", "name or benchmark is required", null)));
        }
        return stored(
                code,
                registry.change(
                        code,
                        new RegistryService.Change(
                                Optional.ofNullable(request.name()),
                                Optional.ofNullable(request.benchmark()),
                                Optional.ofNullable(request.version()))));
    }

    private RegisteredStrategy stored(String code, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored(var strategy) -> written(strategy);
            case Outcome.Taken() ->
                throw new ProblemException(ProblemCode.CONFLICT, "There is a strategy " + code + " already");
            case Outcome.NoSuchStrategy() -> throw unknown(code);
            case Outcome.OtherVersion(long version) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "Strategy %s is at version %d by now; read it and decide again".formatted(code, version));
            case Outcome.NoSuchBenchmark(String benchmark) ->
                throw ProblemException.invalid(List.of(new FieldError(
                        "benchmark",
                        ProblemCode.UNKNOWN_STRATEGY.name(),
                        "must be the code of another strategy listed by GET /api/v1/strategies",
                        benchmark)));
            case Outcome.NoSuchInstrument(String symbol, String why) ->
                throw ProblemException.invalid(
                        List.of(new FieldError("source", ProblemCode.UNKNOWN_SYMBOL.name(), why, symbol)));
        };
    }

    private RegisteredStrategy written(dev.tradesuite.portfolio.registry.RegisteredStrategy strategy) {
        return RegisteredStrategyMapper.strategy(
                strategy, fetches.of(List.of(strategy.code())).get(strategy.code()));
    }

    private String text(RegisteredStrategy strategy) {
        return json.writeValueAsString(strategy);
    }

    /** Who may not see the books may not see what they earn either. */
    private void requireOwn(StrategySource source) {
        switch (source) {
            case StrategySource.AccountBooks(String id) -> access.require(OwnedBooks.account(id));
            case StrategySource.PortfolioBooks(long id) -> access.require(OwnedBooks.portfolio(id));
            case StrategySource.ModelAccount _, StrategySource.HeldInstrument _, StrategySource.Imported _ -> {
                // Everybody's.
            }
        }
    }

    private static RegistryService.Candidate candidate(RegisterStrategyRequest request) {
        StrategySource source = StrategySource.parse(request.source())
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldError(
                        "source", "UNKNOWN_VALUE", "expected " + StrategySource.FORMS, request.source()))));
        return new RegistryService.Candidate(
                request.code(),
                Objects.requireNonNullElse(request.name(), request.code()),
                source,
                Optional.ofNullable(request.benchmark()));
    }

    private static ProblemException unknown(String code) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no strategy " + code);
    }
}
