package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.LatestPrices;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls to brain-service. */
@HttpExchange("/api/v1")
public interface BrainApi {

    @PostExchange("/brain/decide")
    BrainSignal decide(@RequestBody DecideRequest request);

    @GetExchange("/prices/latest")
    LatestPrices latest(@RequestParam("symbols") List<String> symbols);
}
