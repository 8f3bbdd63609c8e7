package dev.tradesuite.portfolio.monitoring.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.LatestPrices;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service. */
@HttpExchange("/api/v1")
public interface InstrumentHistoryApi {

    /** Closes of days, the newest that are over. */
    @GetExchange("/candles/closes")
    ClosesTable closes(
            @RequestParam("symbols") String symbols,
            @RequestParam("timeframe") String timeframe,
            @RequestParam("limit") int limit);

    /** Newest closes. */
    @GetExchange("/prices/latest")
    LatestPrices prices(@RequestParam("symbols") String symbols);
}
