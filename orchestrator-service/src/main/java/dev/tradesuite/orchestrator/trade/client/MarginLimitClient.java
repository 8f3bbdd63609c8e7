package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Margin limits of accounts, from risk-service. They are kept for a while: a size that rests on one that has just been
 * changed is judged by the new one all the same.
 */
@Component
final class MarginLimitClient {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final RiskApi risk;
    private final Clock clock;
    private final Map<String, Kept> byAccount = new ConcurrentHashMap<>();

    MarginLimitClient(RiskApi risk, Clock clock) {
        this.risk = risk;
        this.clock = clock;
    }

    private record Kept(BigDecimal percent, Instant until) {}

    /** Limit in percent of equity; empty while risk-service does not say. */
    Optional<BigDecimal> of(String account) {
        Instant now = clock.instant();
        Kept kept = byAccount.get(account);
        if (kept != null && now.isBefore(kept.until)) {
            return Optional.of(kept.percent);
        }
        try {
            @Nullable BigDecimal percent = risk.limits(account).marginPercent();
            if (percent == null) {
                return Optional.empty();
            }
            if (byAccount.size() >= MOST) {
                byAccount.clear();
            }
            byAccount.put(account, new Kept(percent, now.plus(KEPT)));
            return Optional.of(percent);
        } catch (RemoteProblemException | ServiceUnavailableException _) {
            return Optional.empty();
        }
    }
}
