package dev.tradesuite.risk.check.client;

import dev.tradesuite.contracts.brain.LatestPrices;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service here. */
@HttpExchange("/api/v1/prices")
public interface BrainPricesApi {

    /** Newest stored closes. */
    @GetExchange("/latest")
    LatestPrices latest(@RequestParam("symbols") String symbols);
}
