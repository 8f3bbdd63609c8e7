package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.orchestrator.WebhookPage;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of the orchestrator about webhooks, whose alerts name a strategy. */
@HttpExchange("/api/v1/webhooks/tradingview")
public interface AlertStrategiesApi {

    /** All webhooks. */
    @GetExchange
    WebhookPage webhooks();
}
