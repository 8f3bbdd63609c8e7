package dev.tradesuite.portfolio.lifecycle.client;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What is asked of risk-service. */
@HttpExchange("/api/v1/risk/trading-state")
public interface StrategyStatesApi {

    /** The state of one subject; none when it was never set. */
    @GetExchange
    List<TradingStateInfo> states(@RequestParam("scope") TradingStateScope scope, @RequestParam("id") String id);

    /** Sets a state. */
    @PutExchange
    TradingStateInfo change(@RequestBody ChangeTradingStateRequest request);
}
