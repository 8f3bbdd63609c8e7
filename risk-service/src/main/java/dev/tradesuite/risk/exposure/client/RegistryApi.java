package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of portfolio-service. */
@HttpExchange("/api/v1/strategies")
public interface RegistryApi {

    /**
     * Registered strategies by code.
     *
     * @param after last code of the page before; absent for the first
     */
    @GetExchange
    RegisteredStrategyPage strategies(
            @RequestParam(name = "after", required = false) @Nullable String after, @RequestParam("limit") int limit);
}
