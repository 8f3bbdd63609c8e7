package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.PositionProtection;
import dev.tradesuite.contracts.orchestrator.ProtectPositionRequest;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.orchestrator.order.OrderSettings;
import dev.tradesuite.orchestrator.order.ProtectionService;
import dev.tradesuite.orchestrator.order.ProtectionService.Result;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Protects open positions. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator/positions", produces = MediaType.APPLICATION_JSON_VALUE)
class ProtectionController {

    private final ProtectionService service;
    private final InstrumentCatalog catalog;
    private final OrderSettings settings;
    private final OrderMapper mapper;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    ProtectionController(
            ProtectionService service,
            InstrumentCatalog catalog,
            OrderSettings settings,
            OrderMapper mapper,
            IdempotentAnswers idempotent,
            JsonMapper json) {
        this.service = service;
        this.catalog = catalog;
        this.settings = settings;
        this.mapper = mapper;
        this.idempotent = idempotent;
        this.json = json;
    }

    @PutMapping("/{symbol}/protection")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Set stop, target and trailing stop of an open position")
    @ApiResponse(
            responseCode = "200",
            description = "The orders that protect the position from now on",
            content = @Content(schema = @Schema(implementation = PositionProtection.class)))
    ResponseEntity<String> protect(
            @PathVariable @NotBlank @KnownSymbol String symbol,
            @Valid @RequestBody ProtectPositionRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        Instrument instrument = catalog.find(symbol).orElseThrow();
        return idempotent.answer(
                key, client, "protect " + instrument.symbol(), request, claim -> protect(instrument, request, claim));
    }

    private String protect(Instrument instrument, ProtectPositionRequest request, Claim claim) {
        String account = Objects.requireNonNullElse(
                request.accountId(), settings.defaults().accountId());
        Result result = service.protect(
                new ProtectionService.Wanted(account, instrument, protection(request), request.currentPrice()),
                ended -> claim.answer(written(account, instrument, ended)));
        return switch (result) {
            case Result.Protected protection -> written(account, instrument, protection);
            case Result.NoPosition _ ->
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no open position in " + instrument.symbol());
            case Result.NoPrice _ ->
                throw new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "No price of %s is known; state current_price".formatted(instrument.symbol()));
            case Result.Refused refused ->
                throw new ProblemException(ProblemCode.CONFLICT, refused.why().message());
            case Result.NotNow notNow ->
                throw new ProblemException(
                        ProblemCode.SERVICE_OFFLINE, notNow.why().message());
        };
    }

    private static Protection protection(ProtectPositionRequest request) {
        return new Protection(request.stopLossPrice(), request.takeProfitPrice(), pips(request.trailingStopPips()));
    }

    private String written(String account, Instrument instrument, Result.Protected protection) {
        boolean stopped = protection.orders().stream()
                .anyMatch(order -> order.terms().type().hasTrigger());
        List<Reason> warnings = stopped ? List.of() : List.of(TradeReason.POSITION_UNPROTECTED.reason());
        return json.writeValueAsString(new PositionProtection(
                account,
                instrument.symbol(),
                Direction.openedBy(protection.side()),
                protection.lots().value(),
                protection.orders().stream().map(mapper::order).toList(),
                warnings));
    }

    private static @Nullable Pips pips(@Nullable BigDecimal distance) {
        return distance == null ? null : new Pips(distance);
    }
}
