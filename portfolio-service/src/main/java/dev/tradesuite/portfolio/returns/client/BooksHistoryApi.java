package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.ledger.EquityPoint;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service. */
@HttpExchange
public interface BooksHistoryApi {

    /** What an account was worth after its changes: the newest before {@code to}, the oldest first. */
    @GetExchange("/api/v1/accounts/{id}/history")
    List<EquityPoint> history(
            @PathVariable("id") String id,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam("to") String to,
            @RequestParam("limit") int limit);

    /** What a portfolio was worth on each day, the oldest first. */
    @GetExchange("/portfolios/{id}/snapshots")
    List<PortfolioSnapshot> snapshots(@PathVariable("id") long id, @RequestParam("limit") int limit);
}
