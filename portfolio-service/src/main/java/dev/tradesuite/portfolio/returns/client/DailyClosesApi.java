package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service. */
@HttpExchange("/api/v1/candles")
public interface DailyClosesApi {

    /** Closes of days or hours, the newest that are over at a moment. */
    @GetExchange("/closes")
    ClosesTable closes(
            @RequestParam("symbols") String symbols,
            @RequestParam("timeframe") String timeframe,
            @RequestParam("limit") int limit,
            @RequestParam("as_of") String asOf);
}
