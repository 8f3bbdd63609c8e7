package dev.tradesuite.portfolio.following.client;

import dev.tradesuite.contracts.ledger.StrategyHolding;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of ledger-service. */
@HttpExchange("/api/v1/accounts")
public interface StrategyHoldingsApi {

    /** What a strategy holds of an account. */
    @GetExchange("/{id}/holdings")
    List<StrategyHolding> holdings(@PathVariable("id") String id, @RequestParam("strategy") String strategy);
}
