package dev.tradesuite.signals.book.client;

import dev.tradesuite.contracts.brain.ReplaySize;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service. */
@HttpExchange("/api/v1/brain/models/replay")
public interface ReplayApi {

    /** Stored bars of a stretch with their signals, one JSON object a line. */
    @GetExchange(accept = "application/x-ndjson")
    byte[] replay(
            @RequestParam("symbol") String symbol,
            @RequestParam("timeframe") Timeframe timeframe,
            @RequestParam("from") Instant from,
            @RequestParam("to") Instant to,
            @RequestParam("limit") int limit);

    /** How many bars that would be without a limit. */
    @GetExchange("/size")
    ReplaySize size(
            @RequestParam("symbol") String symbol,
            @RequestParam("timeframe") Timeframe timeframe,
            @RequestParam("from") Instant from,
            @RequestParam("to") Instant to);
}
