package dev.tradesuite.orchestrator.stop.client;

import dev.tradesuite.contracts.ledger.LiquidatedPortfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of ledger-service. */
@HttpExchange("/portfolios")
public interface StopPortfoliosApi {

    /** A page of all portfolios. */
    @GetExchange("/list")
    PortfolioPage list(@RequestParam("page") int page, @RequestParam("limit") int limit);

    /** One portfolio. */
    @GetExchange("/{id}")
    Portfolio portfolio(@PathVariable("id") long id);

    /** Its positions. */
    @GetExchange("/{id}/positions")
    List<MarketPosition> positions(
            @PathVariable("id") long id,
            @RequestParam("status") MarketPosition.Status status,
            @RequestParam("limit") int limit);

    /** Pauses it and sells what it holds. */
    @PostExchange("/{id}/liquidate")
    LiquidatedPortfolio liquidate(@PathVariable("id") long id);
}
