package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.ReplaceOrderRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.orchestrator.order.OrderChange;
import dev.tradesuite.orchestrator.order.OrderChangeService;
import dev.tradesuite.orchestrator.order.OrderChangeService.Result;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.ProtectionService;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.support.table.TableAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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

/** Reads, changes and cancels orders. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

    private static final String LIST = "Orders of one's own accounts opened after from and until to, the newest first;"
            + " with Accept: text/csv as a table, its Next-Cursor in a header";

    private final TradeOrders orders;
    private final OrderService service;
    private final OrderChangeService changes;
    private final InstrumentCatalog catalog;
    private final ProtectionService positions;
    private final OrderMapper mapper;
    private final Access access;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;
    private final Clock clock;

    OrderController(
            TradeOrders orders,
            OrderService service,
            OrderChangeService changes,
            InstrumentCatalog catalog,
            ProtectionService positions,
            OrderMapper mapper,
            Access access,
            IdempotentAnswers idempotent,
            JsonMapper json,
            Clock clock) {
        this.orders = orders;
        this.service = service;
        this.changes = changes;
        this.catalog = catalog;
        this.positions = positions;
        this.mapper = mapper;
        this.access = access;
        this.idempotent = idempotent;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "An order with its history")
    Order order(@PathVariable @BooksOf("order") UUID id) {
        return mapper.order(orders.find(id).orElseThrow(() -> unknown(id)));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = LIST)
    OrderPage orders(
            @RequestParam(required = false) @Nullable @AccountId String account,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable @KnownSymbol String symbol,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        OpenedPeriod.check(from, to);
        // One more than asked for says whether there is a next page.
        List<TradeOrder> found = orders.find(new TradeOrders.Filter(
                account,
                visible(),
                status,
                catalogued(symbol),
                open,
                new TradeOrders.Slice(from, to, cursor, limit + 1)));
        List<TradeOrder> page = found.subList(0, Math.min(limit, found.size()));
        return new OrderPage(
                page.stream().map(mapper::order).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    /** The same page as a table. */
    @GetMapping(produces = TableAnswer.TEXT_CSV)
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = LIST)
    ResponseEntity<String> orderTable(
            @RequestParam(required = false) @Nullable @AccountId String account,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable @KnownSymbol String symbol,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return OrderTableMapper.answer(orders(account, status, symbol, open, from, to, limit, cursor));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Change a working order: another one takes its place once risk has reserved it")
    @ApiResponse(
            responseCode = "200",
            description = "The order that takes its place. One that came to nothing is a 409, and the old one stands",
            content = @Content(schema = @Schema(implementation = Order.class)))
    ResponseEntity<String> replace(
            @PathVariable @BooksOf("order") UUID id,
            @Valid @RequestBody ReplaceOrderRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return mapper.unlessRefused(
                idempotent.answer(key, client, "replace " + id, request, claim -> replaced(id, request, claim)), json);
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Take back what is unfilled of an order")
    @ApiResponse(
            responseCode = "200",
            description = "The order: cancelled, or cancel_requested until its broker says what became of it",
            content = @Content(schema = @Schema(implementation = Order.class)))
    ResponseEntity<String> cancel(
            @PathVariable @BooksOf("order") UUID id,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(key, client, "cancel", id, claim -> cancelled(id, claim));
    }

    @PostMapping("/cancel-all")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Take back the open orders of an account; what protects a position stays unless asked for")
    @ApiResponse(
            responseCode = "200",
            description = "The orders as they stand; a stop that was the last of its position says so",
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    ResponseEntity<String> cancelAll(
            @RequestParam @NotBlank @AccountId String account,
            @RequestParam(required = false) @Nullable @KnownSymbol String symbol,
            @RequestParam(defaultValue = "false") boolean protection,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(
                key, client, "cancel-all", List.of(account, String.valueOf(symbol), protection), claim -> {
                    String answer = json.writeValueAsString(cancelledAll(account, symbol, protection));
                    claim.answer(answer);
                    return answer;
                });
    }

    /** The caller's own accounts; absent: it sees all. */
    private @Nullable Set<String> visible() {
        return access.visible(OwnedBooks.Kind.ACCOUNT).orElse(null);
    }

    private OrderPage cancelledAll(String account, @Nullable String symbol, boolean protection) {
        return new OrderPage(service.cancelAll(account, Optional.ofNullable(catalogued(symbol)), protection).stream()
                .map(this::asCancelled)
                .toList());
    }

    private String replaced(UUID id, ReplaceOrderRequest request, Claim claim) {
        ExpiryRule.check(request.expiresAt(), clock.instant());
        Result result = changes.replace(
                id, change(request), opened -> claim.take(opened.id()), ended -> claim.answer(written(ended)));
        return switch (result) {
            case Result.Ordered ordered -> written(ordered.order());
            case Result.Unknown _ -> throw unknown(id);
            case Result.NotWorking(TradeOrder order) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "The order is %s; only one that works can be changed".formatted(name(order)));
            case Result.Refused refused ->
                throw new ProblemException(ProblemCode.CONFLICT, refused.why().message());
            case Result.NotNow notNow ->
                throw new ProblemException(
                        ProblemCode.SERVICE_OFFLINE, notNow.why().message());
        };
    }

    private static OrderChange change(ReplaceOrderRequest request) {
        boolean empty = Stream.of(
                        request.lots(),
                        request.limitPrice(),
                        request.stopPrice(),
                        request.stopLossPrice(),
                        request.takeProfitPrice(),
                        request.trailingStopPips(),
                        request.expiresAt())
                .allMatch(part -> part == null);
        if (empty) {
            throw ProblemException.invalid(
                    List.of(new FieldError("lots", "REQUIRED", "expected lots, a price or an end to change", null)));
        }
        return new OrderChange(
                request.lots() == null ? null : new Lots(request.lots()),
                request.limitPrice(),
                request.stopPrice(),
                request.stopLossPrice(),
                request.takeProfitPrice(),
                request.trailingStopPips() == null ? null : new Pips(request.trailingStopPips()),
                request.expiresAt(),
                request.currentPrice());
    }

    private String cancelled(UUID id, Claim claim) {
        TradeOrder order = service.cancel(id, cancelled -> {
                    if (isTakenBack(cancelled)) {
                        claim.answer(writtenAsCancelled(cancelled));
                    }
                })
                .orElseThrow(() -> unknown(id));
        if (!isTakenBack(order)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The order is %s; there is nothing to cancel".formatted(name(order)));
        }
        return writtenAsCancelled(order);
    }

    private String writtenAsCancelled(TradeOrder order) {
        return json.writeValueAsString(asCancelled(order));
    }

    private Order asCancelled(TradeOrder order) {
        return mapper.order(order, positions.unprotectedBy(order).stream().toList());
    }

    private static boolean isTakenBack(TradeOrder order) {
        return order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.CANCEL_REQUESTED;
    }

    private String written(TradeOrder order) {
        return json.writeValueAsString(mapper.order(order));
    }

    private static String name(TradeOrder order) {
        return order.status().name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String catalogued(@Nullable String symbol) {
        return symbol == null ? null : catalog.find(symbol).orElseThrow().symbol();
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no order " + id);
    }
}
