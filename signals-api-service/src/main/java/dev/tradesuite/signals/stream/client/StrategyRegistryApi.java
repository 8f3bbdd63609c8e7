package dev.tradesuite.signals.stream.client;

import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of portfolio-service. */
@HttpExchange("/api/v1/strategies")
public interface StrategyRegistryApi {

    /** A registered strategy. */
    @GetExchange("/{code}")
    RegisteredStrategy strategy(@PathVariable("code") String code);
}
