package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReserveStakeRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of risk-service. */
@HttpExchange("/api/v1/risk/reservations")
public interface StakeApi {

    /** Holds the stake of an order. */
    @PostExchange("/stakes")
    Reservation reserve(@RequestBody ReserveStakeRequest request);
}
