package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.signals.EquityCurves;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of signals-api-service. */
@HttpExchange("/api/models")
public interface ModelCurvesApi {

    /** Equity of models over the hours before the newest bar. */
    @GetExchange("/equity-curves")
    EquityCurves curves(
            @RequestParam("symbol") String symbol,
            @RequestParam("strategies") String strategies,
            @RequestParam("resolution") String resolution,
            @RequestParam("hours") int hours);
}
