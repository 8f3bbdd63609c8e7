package dev.tradesuite.ledger.account.client;

import dev.tradesuite.contracts.orchestrator.OrderPage;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of the orchestrator. */
@HttpExchange("/api/v1/orchestrator/orders")
public interface AccountOrdersApi {

    /** Orders of an account. */
    @GetExchange
    OrderPage orders(
            @RequestParam("account") String account,
            @RequestParam("open") boolean open,
            @RequestParam("limit") int limit);
}
