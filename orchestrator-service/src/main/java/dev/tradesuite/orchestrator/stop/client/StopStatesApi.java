package dev.tradesuite.orchestrator.stop.client;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What is asked of risk-service. */
@HttpExchange("/api/v1/risk")
public interface StopStatesApi {

    /** Sets a trading state. */
    @PutExchange("/trading-state")
    TradingStateInfo change(@RequestBody ChangeTradingStateRequest request);
}
