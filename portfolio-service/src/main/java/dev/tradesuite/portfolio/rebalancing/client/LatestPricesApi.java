package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.brain.LatestPrices;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service. */
@HttpExchange("/api/v1/prices")
public interface LatestPricesApi {

    /** Newest closes. */
    @GetExchange("/latest")
    LatestPrices latest(@RequestParam("symbols") List<String> symbols);
}
