package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.portfolio.Account;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of portfolio-service. */
@HttpExchange("/api/v1/accounts")
public interface PortfolioApi {

    /** An account with its open positions. */
    @GetExchange("/{id}")
    Account account(@PathVariable("id") String id);
}
