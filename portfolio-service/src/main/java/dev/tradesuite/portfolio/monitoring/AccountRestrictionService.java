package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.portfolio.monitoring.AccountRestrictionStore.Restriction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells risk-service of accounts that may only reduce positions, again and again until it has heard. Telling it twice
 * changes nothing, so a crash between any two steps does no harm.
 */
public final class AccountRestrictionService {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;

    private final AccountRestrictionStore store;
    private final AccountRestrictions accounts;
    private final Clock clock;

    public AccountRestrictionService(AccountRestrictionStore store, AccountRestrictions accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Tells of everything that is due; how much was heard. */
    public int sendDue() {
        int heard = 0;
        Optional<Restriction> next = claim();
        while (next.isPresent()) {
            heard += send(next.get()) ? 1 : 0;
            next = claim();
        }
        return heard;
    }

    private Optional<Restriction> claim() {
        Instant now = clock.instant();
        return store.claim(now, now.plus(LEASE));
    }

    private boolean send(Restriction restriction) {
        Optional<String> failure = accounts.reduceOnly(restriction.accountId(), restriction.cause());
        Instant now = clock.instant();
        failure.ifPresentOrElse(
                why -> store.retry(restriction.id(), now.plus(wait(restriction.attempts())), why),
                () -> store.done(restriction.id(), now));
        return failure.isEmpty();
    }

    private static Duration wait(int attempts) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }
}
