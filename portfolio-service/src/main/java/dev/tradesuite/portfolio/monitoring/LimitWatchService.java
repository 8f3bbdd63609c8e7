package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.portfolio.LimitStanding;
import dev.tradesuite.portfolio.monitoring.AccountRestrictionStore.Restriction;
import dev.tradesuite.portfolio.monitoring.BreachStore.Breach;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether accounts are within their limits, and tells of what has changed. Of several instances that see the same
 * one tells of it.
 *
 * <p>An account that the rules restrict and that goes beyond a limit, or is beyond one when the rules begin to restrict
 * it, may only reduce its positions from then on, until a person says otherwise; coming back loosens nothing. Event,
 * note and what risk-service is to be told are one transaction. An account of which too little is known stays as it is.
 */
public final class LimitWatchService {

    private static final Logger LOG = LoggerFactory.getLogger(LimitWatchService.class);

    private final LiveRiskService risks;
    private final Keeping keeping;
    private final UnitOfWork work;
    private final Rules rules;
    private final Clock clock;
    private volatile Set<Breach> unrestricted = Set.of();

    /** Where it is kept, and who is told. */
    public record Keeping(BreachStore breaches, AccountRestrictionStore restrictions, MonitoringEvents events) {}

    /**
     * What happens.
     *
     * @param restricts whether the trading state of an account is moved
     * @param tellEvery how often an account is told of at most
     */
    public record Rules(Predicate<String> restricts, Duration tellEvery) {}

    public LimitWatchService(LiveRiskService risks, Keeping keeping, UnitOfWork work, Rules rules, Clock clock) {
        this.risks = risks;
        this.keeping = keeping;
        this.work = work;
        this.rules = rules;
        this.clock = clock;
    }

    /** Looks at every account there is in memory; one that cannot be looked at stops no other. */
    public void lookAtAll(LiveMemory memory) {
        begin();
        for (String account : memory.accountIds()) {
            try {
                memory.account(account).ifPresent(this::look);
            } catch (RuntimeException e) {
                LOG.warn("The limits of {} cannot be looked at; tried again shortly: {}", account, e.getMessage());
            }
        }
    }

    /** Learns what other instances have seen; before accounts are looked at. */
    public void begin() {
        risks.remember(keeping.breaches().all());
        unrestricted = Set.copyOf(keeping.breaches().unrestricted());
    }

    /** Looks at an account, and tells of it when something has changed. */
    public void look(LiveMemory.Heard heard) {
        risks.followPeak(heard.account());
        LiveRisk risk = risks.risk(heard);
        risk.limits().forEach(limit -> follow(risk.accountId(), limit));
        tell(risk);
    }

    private void follow(String accountId, JudgedLimit limit) {
        Breach breach = new Breach(accountId, limit.limit());
        boolean was = risks.breached(accountId).contains(limit.limit());
        boolean applies = limit.standing() != LimitStanding.NOT_APPLICABLE;
        if (!was && limit.standing() == LimitStanding.BREACHED) {
            work.durable(() -> breached(breach, limit));
        } else if (was && (limit.standing() == LimitStanding.KEPT || !applies)) {
            work.durable(() -> kept(breach, limit));
        } else if (was && unrestricted.contains(breach) && rules.restricts().test(accountId)) {
            // One that is unknown by now is still beyond.
            work.durable(() -> restrict(breach, limit));
        }
    }

    private void breached(Breach breach, JudgedLimit limit) {
        Instant now = clock.instant();
        if (!keeping.breaches().begin(breach, limit, now)) {
            return;
        }
        keeping.events().limitChanged(breach.accountId(), limit, true, now);
        restrict(breach, limit);
    }

    private void restrict(Breach breach, JudgedLimit limit) {
        if (rules.restricts().test(breach.accountId()) && keeping.breaches().restrict(breach)) {
            keeping.restrictions()
                    .add(new Restriction(Ids.next(), breach.accountId(), cause(limit), 0), clock.instant());
        }
    }

    private void kept(Breach breach, JudgedLimit limit) {
        if (keeping.breaches().end(breach)) {
            keeping.events().limitChanged(breach.accountId(), limit, false, clock.instant());
        }
    }

    private void tell(LiveRisk risk) {
        Instant now = clock.instant();
        work.relaxed(() -> {
            if (keeping.breaches().claimTelling(risk.accountId(), risk.asOf(), now.minus(rules.tellEvery()), now)) {
                keeping.events().told(risk);
            }
        });
    }

    private static String cause(JudgedLimit limit) {
        if (limit.measured().isEmpty()) {
            return "%s was above %s, and is not known now".formatted(limit.limit(), percent(limit.allowed()));
        }
        List<Object> figures = List.of(percent(limit.measured().getAsDouble()), percent(limit.allowed()));
        return switch (limit.limit()) {
            case VALUE_AT_RISK -> "value at risk of one day is %s of equity, above %s".formatted(figures.toArray());
            case DRAWDOWN -> "drawdown is %s, above %s".formatted(figures.toArray());
            case STRATEGY_CONTRIBUTION ->
                "strategy %s makes up %s of the expected shortfall, above %s"
                        .formatted(limit.subject().orElse(""), figures.getFirst(), figures.getLast());
        };
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", fraction * 100);
    }
}
