package dev.tradesuite.portfolio.allocation.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.CashFlowPage;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service. */
@HttpExchange("/api/v1/accounts")
public interface AccountBooksApi {

    /** An account with its positions and who holds them. */
    @GetExchange("/{id}")
    Account account(@PathVariable("id") String id);

    /** Who holds what and took which profit, closed holdings too. */
    @GetExchange("/{id}/holdings")
    List<StrategyHolding> holdings(@PathVariable("id") String id);

    /** Cash flows, the newest first. */
    @GetExchange("/{id}/cash-flows")
    CashFlowPage cashFlows(
            @PathVariable("id") String id,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam("limit") int limit);
}
