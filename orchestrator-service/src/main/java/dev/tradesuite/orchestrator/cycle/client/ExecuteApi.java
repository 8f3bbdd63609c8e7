package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.contracts.strategy.CycleReport;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** One full cycle at a controller. */
@HttpExchange("/strategy")
interface ExecuteApi {

    @PostExchange("/execute-full-cycle")
    CycleReport execute(
            @RequestParam("portfolio_id") long portfolioId,
            @RequestParam("cycle_id") UUID cycleId,
            @RequestHeader("X-Cycle-Fence") long fence);
}
