package dev.tradesuite.signals.activity.client;

import dev.tradesuite.contracts.cycle.OrchestratorStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of orchestrator-service. */
@HttpExchange("/orchestrator/status")
public interface ControllerStatesApi {

    /** Which strategy controllers answer. */
    @GetExchange
    OrchestratorStatus status();
}
