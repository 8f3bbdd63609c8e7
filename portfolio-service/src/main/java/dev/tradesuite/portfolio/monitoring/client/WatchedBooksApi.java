package dev.tradesuite.portfolio.monitoring.client;

import dev.tradesuite.contracts.ledger.Account;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service. */
@HttpExchange("/api/v1/accounts")
public interface WatchedBooksApi {

    /** Every account. */
    @GetExchange
    List<Account> all();

    /** One account. */
    @GetExchange("/{id}")
    Account account(@PathVariable("id") String id);
}
