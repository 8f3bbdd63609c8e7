package dev.tradesuite.orchestrator.order.client;

import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReserveRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls to risk-service. */
@HttpExchange("/api/v1/risk")
public interface OrderRiskApi {

    @PostExchange("/reservations")
    Reservation reserve(@RequestBody ReserveRequest request);
}
