package dev.tradesuite.risk.correlation.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service here. */
@HttpExchange("/api/v1/candles")
public interface BrainClosesApi {

    /** Closes of several symbols on one time axis. */
    @GetExchange("/closes")
    ClosesTable closes(
            @RequestParam("symbols") String symbols,
            @RequestParam("timeframe") String timeframe,
            @RequestParam("limit") int limit,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf);
}
