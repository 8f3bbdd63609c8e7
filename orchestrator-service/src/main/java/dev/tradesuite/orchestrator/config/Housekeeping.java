package dev.tradesuite.orchestrator.config;

import dev.tradesuite.orchestrator.order.BarFills;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends and forgets what its time is over for. */
@Component
final class Housekeeping {

    private final BarFills fills;
    private final Webhooks webhooks;
    private final Clock clock;

    Housekeeping(BarFills fills, Webhooks webhooks, Clock clock) {
        this.fills = fills;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${suite.orchestrator.expiry-interval:1s}")
    void expireOrders() {
        fills.expire(clock.instant());
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
    void forget() {
        webhooks.forgetExpired(clock.instant());
    }
}
