package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.ArchivePortfolioRequest;
import dev.tradesuite.contracts.ledger.ChangePortfolioStatusRequest;
import dev.tradesuite.contracts.ledger.ChangedPortfolios;
import dev.tradesuite.contracts.ledger.CreatePortfolioRequest;
import dev.tradesuite.contracts.ledger.LiquidatedPortfolio;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioId;
import dev.tradesuite.contracts.ledger.UpdatePortfolioRequest;
import dev.tradesuite.ledger.owner.Owners;
import dev.tradesuite.ledger.prediction.LiquidationService;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.PauseAllService;
import dev.tradesuite.ledger.prediction.PortfolioQueries;
import dev.tradesuite.ledger.prediction.PortfolioService;
import dev.tradesuite.ledger.prediction.PortfolioSetup;
import dev.tradesuite.ledger.prediction.PredictionSettings;
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
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a person decides about portfolios: opens them, changes, pauses, liquidates and ends them. */
@RestController
@RequestMapping("/portfolios")
@Tag(name = "Portfolios", description = "Portfolios of prediction-market positions")
@PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
class PortfolioSetupController {

    private final PortfolioService portfolios;
    private final Owners owners;
    private final Access access;
    private final PauseAllService all;
    private final LiquidationService liquidations;
    private final PortfolioQueries queries;
    private final ConfigGate configs;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;
    private final String defaultSchedule;
    private final Clock clock;

    PortfolioSetupController(
            PortfolioService portfolios,
            Owners owners,
            Access access,
            PauseAllService all,
            LiquidationService liquidations,
            PortfolioQueries queries,
            ConfigGate configs,
            IdempotentAnswers idempotent,
            JsonMapper json,
            PredictionSettings settings,
            Clock clock) {
        this.portfolios = portfolios;
        this.owners = owners;
        this.access = access;
        this.all = all;
        this.liquidations = liquidations;
        this.queries = queries;
        this.configs = configs;
        this.idempotent = idempotent;
        this.json = json;
        this.defaultSchedule = settings.defaultSchedule();
        this.clock = clock;
    }

    /** Opens a portfolio; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @Operation(
            summary = "Open a portfolio",
            description =
                    "The configuration is checked by the controller of the strategy; when that is offline the portfolio"
                            + " is opened with config_checked false, and each cycle checks again. A name that another"
                            + " portfolio has is refused, unless that is archived.",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "The portfolio",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Portfolio.class))))
    @PostMapping("/create")
    ResponseEntity<String> create(
            @Valid @RequestBody CreatePortfolioRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal person) {
        ResponseEntity<String> answer =
                idempotent.answer(key, person, "open a portfolio", request, claim -> open(request, person, claim));
        long id = json.readValue(answer.getBody(), Portfolio.class).portfolioId();
        return ResponseEntity.created(URI.create("/portfolios/" + id))
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private String open(CreatePortfolioRequest request, Principal person, Claim claim) {
        String schedule = Objects.requireNonNullElse(request.schedule(), defaultSchedule);
        requireSensible(schedule);
        Map<String, Object> config = Objects.requireNonNullElse(request.strategyConfig(), Map.of());
        PortfolioSetup setup =
                new PortfolioSetup(request.name(), config, configs.checked(request.strategyType(), config), schedule);
        String owner = access.newOwner();
        return written(
                portfolios.open(request.strategyType(), request.initialBalance(), setup, person.getName(), opened -> {
                    owners.set(OwnedBooks.portfolio(opened.id()), owner);
                    claim.answer(written(opened));
                }));
    }

    private String written(ManagedPortfolio portfolio) {
        return json.writeValueAsString(PortfolioMapper.of(portfolio));
    }

    /** None of them buys. */
    @Operation(
            summary = "Let no portfolio of one's own buy; repeating it is harmless",
            description = "Their cycles go on to value, sell and settle what they hold. Those that are paused already"
                    + " stay so when resume-all is called.")
    @PostMapping("/pause-all")
    ChangedPortfolios pauseAll(Principal person) {
        return PortfolioMapper.of(all.pauseAll(person.getName(), VisiblePortfolios.of(access)));
    }

    /** Those that pause-all paused buy again. */
    @Operation(
            summary = "Let all portfolios of one's own buy again that pause-all has paused",
            description = "Those that were paused one by one, before or since, or liquidated, stay paused: resume each"
                    + " of them.")
    @PostMapping("/resume-all")
    ChangedPortfolios resumeAll(Principal person) {
        return PortfolioMapper.of(all.resumeAll(person.getName(), VisiblePortfolios.of(access)));
    }

    /** Changes the name, the configuration or the schedule. */
    @Operation(
            summary = "Change a portfolio; what is absent stays",
            description = "A strategy_config replaces the whole configuration, and is checked as at the opening.")
    @PatchMapping("/{id}")
    Portfolio change(
            @PathVariable("id") @PortfolioId long id,
            @Valid @RequestBody UpdatePortfolioRequest request,
            Principal person) {
        String schedule = request.schedule();
        if (schedule != null) {
            requireSensible(schedule);
        }
        Map<String, Object> config = request.strategyConfig();
        PortfolioService.Change.Config checked = config == null
                ? null
                : new PortfolioService.Change.Config(
                        config, configs.checked(queries.get(id).strategyType(), config));
        return PortfolioMapper.of(portfolios.change(
                id, new PortfolioService.Change(request.name(), checked, schedule), person.getName()));
    }

    /** It buys nothing. */
    @Operation(
            summary = "Let a portfolio buy nothing; repeating it is harmless",
            description = "Its cycles go on to value, sell and settle what it holds. A reason is kept with the name of"
                    + " the person, and told with the portfolio.")
    @PostMapping("/{id}/pause")
    Portfolio pause(
            @PathVariable("id") @PortfolioId long id,
            @Valid @RequestBody(required = false) @Nullable ChangePortfolioStatusRequest request,
            Principal person) {
        return PortfolioMapper.of(portfolios.pause(id, person.getName(), reason(request)));
    }

    /** It buys again. */
    @Operation(
            summary = "Let a portfolio buy again; repeating it is harmless",
            description = "A reason is kept with the name of the person, and told with the portfolio.")
    @PostMapping("/{id}/resume")
    Portfolio resume(
            @PathVariable("id") @PortfolioId long id,
            @Valid @RequestBody(required = false) @Nullable ChangePortfolioStatusRequest request,
            Principal person) {
        return PortfolioMapper.of(portfolios.resume(id, person.getName(), reason(request)));
    }

    private static @Nullable String reason(@Nullable ChangePortfolioStatusRequest request) {
        return request == null ? null : request.reason();
    }

    /** Sells what it holds. */
    @Operation(
            summary = "Pause a portfolio and sell everything it holds",
            description = "At the newest bids its cycles have brought. What has no bid, or too old a one, stays and is"
                    + " listed under left. A trading state that denies the sales is obeyed. Repeating it sells what is"
                    + " still there.")
    @PostMapping("/{id}/liquidate")
    LiquidatedPortfolio liquidate(@PathVariable("id") @PortfolioId long id, Principal person) {
        return PortfolioMapper.of(liquidations.liquidate(id, person.getName()));
    }

    /** Ends it for good. */
    @Operation(
            summary = "End a portfolio for good",
            description = "Final: it can be read and nothing else. A portfolio that holds positions is refused, unless"
                    + " liquidate is true and all of them can be sold. A reason is kept with the name of the person.")
    @PostMapping("/{id}/archive")
    Portfolio archive(
            @PathVariable("id") @PortfolioId long id,
            @Valid @RequestBody(required = false) @Nullable ArchivePortfolioRequest request,
            Principal person) {
        boolean liquidate = request != null && Boolean.TRUE.equals(request.liquidate());
        String reason = request == null ? null : request.reason();
        return PortfolioMapper.of(liquidations.archive(id, liquidate, person.getName(), reason));
    }

    /** Forgets a portfolio that never traded. */
    @Operation(
            summary = "Delete a portfolio that never traded",
            description = "With its history, cycles, denied orders and snapshots. One that has traded is refused, and"
                    + " can be archived.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("id") @PortfolioId long id, Principal person) {
        portfolios.delete(id, person.getName());
    }

    private void requireSensible(String schedule) {
        Schedules.faultOf(schedule, clock.instant()).ifPresent(fault -> {
            throw ProblemException.invalid(List.of(fault));
        });
    }
}
