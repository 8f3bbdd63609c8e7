package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.orchestrator.Order;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of the orchestrator. */
@HttpExchange("/api/v1/orchestrator/orders")
public interface ReservedOrdersApi {

    /** An order with its state. */
    @GetExchange("/{id}")
    Order order(@PathVariable("id") UUID id);
}
