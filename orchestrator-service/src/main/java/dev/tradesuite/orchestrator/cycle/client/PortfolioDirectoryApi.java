package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Portfolios of ledger-service. */
@HttpExchange("/portfolios")
public interface PortfolioDirectoryApi {

    @GetExchange("/{id}")
    Portfolio portfolio(@PathVariable("id") long id);

    @GetExchange("/list")
    PortfolioPage list(
            @RequestParam(name = "status", required = false) @Nullable PortfolioStatus status,
            @RequestParam("page") int page,
            @RequestParam("limit") int limit);
}
