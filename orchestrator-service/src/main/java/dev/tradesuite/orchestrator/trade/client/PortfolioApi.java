package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.portfolio.Account;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Calls to portfolio-service. */
@HttpExchange("/api/v1/accounts")
public interface PortfolioApi {

    @GetExchange("/{id}")
    Account account(@PathVariable("id") String id);
}
