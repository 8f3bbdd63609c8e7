package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Orders, as the orchestrator takes them. */
@HttpExchange("/api/v1/orchestrator/orders")
public interface DirectOrdersApi {

    /** Sends an order, or decides on it only; with the same key it is the same order. */
    @PostExchange
    TradeDecision place(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PlaceOrderRequest order);

    /** An order. */
    @GetExchange("/{id}")
    Order order(@PathVariable("id") UUID id);

    /** Orders of an account in an instrument, newest first. */
    @GetExchange
    OrderPage orders(
            @RequestParam("account") String account,
            @RequestParam("symbol") String symbol,
            @RequestParam("limit") int limit);
}
