package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.SizingRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls to sizing-service. */
@HttpExchange("/api/v1/sizing")
public interface SizingApi {

    @PostExchange("/calculate")
    PositionSize calculate(@RequestBody SizingRequest request);
}
