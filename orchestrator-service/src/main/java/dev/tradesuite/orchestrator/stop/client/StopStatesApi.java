package dev.tradesuite.orchestrator.stop.client;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What is asked of risk-service. */
@HttpExchange("/api/v1/risk")
public interface StopStatesApi {

    /** Trading states that were ever set, of one subject or of all. */
    @GetExchange("/trading-state")
    List<TradingStateInfo> states(
            @RequestParam(name = "scope", required = false) @Nullable TradingStateScope scope,
            @RequestParam(name = "id", required = false) @Nullable String id);

    /** Sets a trading state. */
    @PutExchange("/trading-state")
    TradingStateInfo change(@RequestBody ChangeTradingStateRequest request);
}
