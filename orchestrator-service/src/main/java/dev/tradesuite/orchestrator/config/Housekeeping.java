package dev.tradesuite.orchestrator.config;

import dev.tradesuite.orchestrator.idempotency.Idempotency;
import dev.tradesuite.orchestrator.order.BarFills;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends and forgets what its time is over for. */
@Component
final class Housekeeping {

    private final BarFills fills;
    private final Idempotency idempotency;
    private final Webhooks webhooks;
    private final OrchestratorSettings settings;
    private final Clock clock;

    Housekeeping(
            BarFills fills, Idempotency idempotency, Webhooks webhooks, OrchestratorSettings settings, Clock clock) {
        this.fills = fills;
        this.idempotency = idempotency;
        this.webhooks = webhooks;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${suite.orchestrator.expiry-interval:1s}")
    void expireOrders() {
        fills.expire(clock.instant());
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
    void forget() {
        idempotency.forgetOlderThan(settings.idempotency().keep());
        webhooks.forgetExpired(clock.instant());
    }
}
