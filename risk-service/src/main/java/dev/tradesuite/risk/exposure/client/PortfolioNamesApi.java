package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.ledger.Portfolio;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service about portfolios. */
@HttpExchange("/portfolios")
public interface PortfolioNamesApi {

    /** A portfolio. */
    @GetExchange("/{id}")
    Portfolio portfolio(@PathVariable("id") String id);
}
