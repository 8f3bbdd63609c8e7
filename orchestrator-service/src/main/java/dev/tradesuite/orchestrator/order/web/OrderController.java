package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.order.OrderDesk;
import dev.tradesuite.orchestrator.order.OrderState;
import dev.tradesuite.orchestrator.order.Orders;
import dev.tradesuite.orchestrator.order.wire.OrderWriter;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
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

/** Reads and cancels orders. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

    private final Orders orders;
    private final OrderDesk desk;
    private final OrderWriter writer;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    OrderController(Orders orders, OrderDesk desk, OrderWriter writer, IdempotentAnswers idempotent, JsonMapper json) {
        this.orders = orders;
        this.desk = desk;
        this.writer = writer;
        this.idempotent = idempotent;
        this.json = json;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "An order with its history")
    Order order(@PathVariable UUID id) {
        return writer.order(orders.find(id).orElseThrow(() -> unknown(id)));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Orders, newest first")
    OrderPage orders(
            @RequestParam(required = false) @Nullable @Size(max = 64) String account,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable @Size(max = 20) String symbol,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        Orders.Filter filter = new Orders.Filter(
                account,
                status == null ? null : OrderState.valueOf(status.name()),
                symbol == null ? null : symbol.toUpperCase(Locale.ROOT),
                limit);
        return new OrderPage(orders.find(filter).stream().map(writer::order).toList());
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Take back what is unfilled of an order")
    @ApiResponse(
            responseCode = "200",
            description = "The cancelled order",
            content = @Content(schema = @Schema(implementation = Order.class)))
    ResponseEntity<String> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(key, client, "cancel", id, claim -> cancelled(id, claim));
    }

    private String cancelled(UUID id, Claim claim) {
        dev.tradesuite.orchestrator.order.Order order = desk.cancel(id, cancelled -> {
                    if (cancelled.state() == OrderState.CANCELLED) {
                        claim.answer(written(cancelled));
                    }
                })
                .orElseThrow(() -> unknown(id));
        if (order.state() != OrderState.CANCELLED) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The order is %s; there is nothing to cancel"
                            .formatted(order.state().name().toLowerCase(Locale.ROOT)));
        }
        return written(order);
    }

    private String written(dev.tradesuite.orchestrator.order.Order order) {
        return json.writeValueAsString(writer.order(order));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no order " + id);
    }
}
