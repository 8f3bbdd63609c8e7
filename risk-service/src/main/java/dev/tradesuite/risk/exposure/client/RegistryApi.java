package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of portfolio-service. */
@HttpExchange("/api/v1/strategies")
public interface RegistryApi {

    /** Registered strategies by code. */
    @GetExchange
    RegisteredStrategyPage strategies(@RequestParam("after") String after, @RequestParam("limit") int limit);
}
