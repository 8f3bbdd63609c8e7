package dev.tradesuite.portfolio.following.client;

import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of orchestrator-service. */
@HttpExchange("/api/v1/orchestrator")
public interface FollowOrdersApi {

    /** Places an order that states what it wants. */
    @PostExchange("/orders")
    TradeDecision place(@RequestBody PlaceOrderRequest order, @RequestHeader("Idempotency-Key") String key);

    /** Closes what a strategy holds, or a part of it. */
    @PostExchange("/positions/{symbol}/close")
    Order close(
            @PathVariable("symbol") String symbol,
            @RequestBody ClosePositionRequest close,
            @RequestHeader("Idempotency-Key") String key);

    /** Orders of an account, the newest first. */
    @GetExchange("/orders")
    OrderPage orders(
            @RequestParam("account") String account,
            @RequestParam("symbol") String symbol,
            @RequestParam("limit") int limit);
}
