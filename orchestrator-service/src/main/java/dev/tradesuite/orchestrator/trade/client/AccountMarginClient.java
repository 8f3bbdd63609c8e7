package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.sizing.SizingRequest.Margin;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much margin accounts have to trade with, from risk-service.
 *
 * <p>What positions and orders take is asked for each time. Limits are kept for a while: a size that rests on one that
 * has just been changed is judged by the new one all the same. What risk-service does not say is absent, and the trade
 * is judged by it later all the same.
 */
@Component
final class AccountMarginClient {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final RiskApi risk;
    private final Clock clock;
    private final Map<String, KeptLimit> limits = new ConcurrentHashMap<>();

    AccountMarginClient(RiskApi risk, Clock clock) {
        this.risk = risk;
        this.clock = clock;
    }

    private record KeptLimit(BigDecimal percent, Instant until) {}

    /**
     * Limit of an account, and what is used and held of it.
     *
     * @param usedByTheBooks margin of its positions, where risk-service does not say what it counts
     */
    Margin of(String account, @Nullable BigDecimal usedByTheBooks) {
        // Figures of one moment: an order on its way to the books is either held or used, and never neither.
        Optional<AccountRisk> now = answer(() -> risk.account(account));
        return new Margin(
                // Who does not answer now is not asked again at once.
                (now.isPresent() ? limit(account) : kept(account)).orElse(null),
                now.map(AccountRisk::marginUsed).orElse(usedByTheBooks),
                now.map(AccountRisk::reservedMargin).orElse(null));
    }

    private Optional<BigDecimal> limit(String account) {
        return kept(account)
                .or(() -> answer(() -> risk.limits(account).marginPercent()).map(percent -> keep(account, percent)));
    }

    private Optional<BigDecimal> kept(String account) {
        return Optional.ofNullable(limits.get(account))
                .filter(kept -> clock.instant().isBefore(kept.until))
                .map(KeptLimit::percent);
    }

    private BigDecimal keep(String account, BigDecimal percent) {
        if (limits.size() >= MOST) {
            limits.clear();
        }
        limits.put(account, new KeptLimit(percent, clock.instant().plus(KEPT)));
        return percent;
    }

    private static <T> Optional<T> answer(Supplier<@Nullable T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (RemoteProblemException | ServiceUnavailableException _) {
            return Optional.empty();
        }
    }
}
