package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.cycle.Cycle;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of the orchestrator about cycles. */
@HttpExchange("/orchestrator/cycles")
public interface CycleClaimsApi {

    /** A cycle with the fence of its latest run. */
    @GetExchange("/{id}")
    Cycle cycle(@PathVariable("id") UUID id);
}
