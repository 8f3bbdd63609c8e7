package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service about orders of portfolios. */
@HttpExchange("/portfolios")
public interface ReservedStakesApi {

    /** An order of a portfolio. */
    @GetExchange("/{portfolio}/orders/{id}")
    PortfolioOrder order(@PathVariable("portfolio") String portfolio, @PathVariable("id") UUID id);
}
