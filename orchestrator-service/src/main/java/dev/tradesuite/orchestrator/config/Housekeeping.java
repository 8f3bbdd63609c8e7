package dev.tradesuite.orchestrator.config;

import dev.tradesuite.orchestrator.webhook.Webhooks;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends and forgets what its time is over for. */
@Component
final class Housekeeping {

    private final Webhooks webhooks;
    private final Clock clock;

    Housekeeping(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
    void forget() {
        webhooks.forgetExpired(clock.instant());
    }
}
