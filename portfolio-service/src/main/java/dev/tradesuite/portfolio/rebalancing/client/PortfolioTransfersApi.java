package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.ledger.PortfolioTransfer;
import dev.tradesuite.contracts.ledger.PortfolioTransferRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of ledger-service. */
@HttpExchange("/api/v1/accounts")
public interface PortfolioTransfersApi {

    /** Moves cash between an account and a portfolio; the same transfer again moves nothing again. */
    @PostExchange("/{id}/portfolio-transfers")
    PortfolioTransfer move(@PathVariable("id") String account, @RequestBody PortfolioTransferRequest request);
}
