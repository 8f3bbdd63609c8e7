package dev.tradesuite.portfolio.allocation.client;

import dev.tradesuite.contracts.ledger.Account;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service. */
@HttpExchange("/api/v1/accounts")
public interface AccountBooksApi {

    /** An account with its positions. */
    @GetExchange("/{id}")
    Account account(@PathVariable("id") String id);
}
