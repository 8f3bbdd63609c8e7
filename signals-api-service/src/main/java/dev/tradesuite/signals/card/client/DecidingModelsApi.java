package dev.tradesuite.signals.card.client;

import dev.tradesuite.contracts.brain.StrategyModel;
import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service. */
@HttpExchange("/api/v1/brain/models")
public interface DecidingModelsApi {

    /** Every model with what decides now. */
    @GetExchange
    List<StrategyModel> list(@RequestParam("symbol") String symbol, @RequestParam("timeframe") Timeframe timeframe);
}
