package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.ledger.Account;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Calls to ledger-service. */
@HttpExchange("/api/v1/accounts")
public interface TradeAccountApi {

    @GetExchange("/{id}")
    Account account(@PathVariable("id") String id);
}
