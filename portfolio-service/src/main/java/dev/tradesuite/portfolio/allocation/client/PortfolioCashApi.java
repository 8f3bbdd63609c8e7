package dev.tradesuite.portfolio.allocation.client;

import dev.tradesuite.contracts.ledger.Portfolio;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service. */
@HttpExchange("/portfolios")
public interface PortfolioCashApi {

    /** A portfolio of prediction markets. */
    @GetExchange("/{id}")
    Portfolio portfolio(@PathVariable("id") long id);
}
