package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.PositionClose;
import dev.tradesuite.orchestrator.trade.PositionClose.Result;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Closes positions. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator/positions", produces = MediaType.APPLICATION_JSON_VALUE)
class PositionController {

    private final PositionClose close;
    private final InstrumentCatalog catalog;
    private final TradeDefaults defaults;
    private final OrderMapper orders;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    PositionController(
            PositionClose close,
            InstrumentCatalog catalog,
            TradeDefaults defaults,
            OrderMapper orders,
            IdempotentAnswers idempotent,
            JsonMapper json) {
        this.close = close;
        this.catalog = catalog;
        this.defaults = defaults;
        this.orders = orders;
        this.idempotent = idempotent;
        this.json = json;
    }

    @PostMapping("/{symbol}/close")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Close a position, a part of it, or what a strategy holds of it, at the market")
    @ApiResponse(
            responseCode = "200",
            description = "The order that closes; its status says how far it came. One that came to nothing is a 409",
            content = @Content(schema = @Schema(implementation = Order.class)))
    ResponseEntity<String> close(
            @PathVariable @NotBlank @KnownSymbol String symbol,
            @Valid @RequestBody ClosePositionRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        Instrument instrument = catalog.find(symbol).orElseThrow();
        return orders.unlessRefused(
                idempotent.answer(
                        key,
                        client,
                        "close " + instrument.symbol(),
                        request,
                        claim -> closed(instrument, request, claim)),
                json);
    }

    private String closed(Instrument instrument, ClosePositionRequest request, Claim claim) {
        Result result = close.close(
                new PositionClose.Request(
                        Objects.requireNonNullElse(request.accountId(), defaults.accountId()),
                        instrument,
                        request.currentPrice(),
                        request.lots() == null ? null : new Lots(request.lots()),
                        request.strategy(),
                        catalog.bySymbol(Objects.requireNonNullElse(request.conversionRates(), Map.of())),
                        null),
                opened -> claim.take(opened.id()),
                ended -> claim.answer(written(ended)));
        return switch (result) {
            case Result.Ordered ordered -> written(ordered);
            case Result.Refused refused ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "%s: %s".formatted(refused.why().code(), refused.why().message()));
            case Result.NoPosition _ ->
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no open position in " + instrument.symbol());
            case Result.NothingHeld(String strategy) ->
                throw new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "The strategy %s holds nothing of %s".formatted(strategy, instrument.symbol()));
            case Result.NotEnough held ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "%s in %s has %s lots; more cannot be closed"
                                .formatted(
                                        request.strategy() == null
                                                ? "The position"
                                                : "The holding of " + request.strategy(),
                                        instrument.symbol(),
                                        held.held()));
            case Result.NoConversion missing ->
                throw new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "No price leads from %s to %s; state one in conversion_rates"
                                .formatted(missing.from(), missing.to()));
            case Result.NotNow notNow -> throw notNow(notNow);
        };
    }

    private String written(Result.Ordered closed) {
        return json.writeValueAsString(orders.order(closed.order(), closed.warnings()));
    }

    private static ProblemException notNow(Result.NotNow notNow) {
        boolean unknown = notNow.why().code().equals(TradeReason.ACCOUNT_UNKNOWN.name());
        return new ProblemException(
                unknown ? ProblemCode.NOT_FOUND : ProblemCode.SERVICE_OFFLINE,
                notNow.why().message());
    }
}
