package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.ReservedStakes;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of risk-service. */
@HttpExchange("/api/v1/risk/reservations")
public interface StakeApi {

    /** Holds the stakes of orders. */
    @PostExchange("/stakes")
    ReservedStakes reserve(@RequestBody ReserveStakesRequest request);
}
