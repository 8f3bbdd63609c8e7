package dev.tradesuite.orchestrator.cycle.client;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** One full cycle at a controller. */
@HttpExchange("/strategy")
interface CycleExecutionApi {

    /** Answers a {@code CycleReport}, which is read in part and passed on as it is. */
    @PostExchange(url = "/execute-full-cycle", accept = MediaType.APPLICATION_JSON_VALUE)
    String execute(
            @RequestParam("portfolio_id") long portfolioId,
            @RequestParam("cycle_id") UUID cycleId,
            @RequestHeader("X-Cycle-Fence") long fence);

    /** As {@link #execute}, and nothing is traded. */
    @PostExchange(url = "/execute-full-cycle?dry_run=true", accept = MediaType.APPLICATION_JSON_VALUE)
    String dryRun(@RequestParam("portfolio_id") long portfolioId, @RequestParam("cycle_id") UUID cycleId);
}
