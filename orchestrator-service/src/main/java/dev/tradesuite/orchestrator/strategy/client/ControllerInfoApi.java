package dev.tradesuite.orchestrator.strategy.client;

import dev.tradesuite.contracts.strategy.StrategyInfo;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What a controller says about itself. */
@HttpExchange("/strategy")
interface ControllerInfoApi {

    @GetExchange("/info")
    StrategyInfo info();
}
