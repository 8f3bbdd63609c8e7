package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows accounts as risk remembers them, and changes their limits and what they are measured from. */
public final class RiskAccountService {

    private final RiskAccounts accounts;
    private final AccountBooks books;
    private final BreachMonitor monitor;
    private final HighWaterMarkEvents events;
    private final RiskDay riskDay;
    private final Clock clock;

    public RiskAccountService(
            RiskAccounts accounts,
            AccountBooks books,
            BreachMonitor monitor,
            HighWaterMarkEvents events,
            RiskDay riskDay,
            Clock clock) {
        this.accounts = accounts;
        this.books = books;
        this.monitor = monitor;
        this.events = events;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /** What is known of an account. */
    public sealed interface Answer {

        /** The account as it is today. */
        record Found(RiskAccount account) implements Answer {}

        /** There is no such account. */
        record NoSuchAccount() implements Answer {}

        /**
         * Not remembered, and the books cannot be asked.
         *
         * @param message why
         */
        record Unavailable(String message) implements Answer {}
    }

    /** The account; the books are asked when it is not remembered. */
    public Answer find(String accountId) {
        Optional<Answer> remembered = remembered(accountId);
        return remembered.orElseGet(() -> switch (books.learn(accountId)) {
            case BooksSource.Answer.Found _ -> remembered(accountId).orElseThrow();
            case BooksSource.Answer.NoSuchAccount _ -> new Answer.NoSuchAccount();
            case BooksSource.Answer.Unavailable(String message) -> new Answer.Unavailable(message);
        });
    }

    private Optional<Answer> remembered(String accountId) {
        return accounts.find(accountId).map(account -> new Answer.Found(account.rolledTo(riskDay.of(clock.instant()))));
    }

    /**
     * Changes the limits; an account that is beyond a new one is restricted at once. Empty when it is not known.
     *
     * @param reason why; absent when the person did not say
     */
    public Optional<Limits> changeLimits(String accountId, Limits limits, @Nullable String reason, String person) {
        return accounts.locked(accountId, account -> {
            monitor.rollDay(account);
            RiskAccount before = account.account();
            account.become(before.limitedBy(limits));
            accounts.record(new LimitChange(accountId, limits, reason, person, clock.instant()));
            monitor.react(account, before.figures());
            return limits;
        });
    }

    /** What came of putting the highest equity right. */
    public sealed interface HighWaterMark {

        /** It is put right. */
        record Changed(RiskAccount account) implements HighWaterMark {}

        /**
         * It would be below equity, which would be the highest there ever was.
         *
         * @param equity as it is now
         */
        record BelowEquity(BigDecimal equity) implements HighWaterMark {}
    }

    /**
     * Puts the highest equity right. A restriction that followed from the wrong one stays until a person lifts it; an
     * account that is beyond its limit by the new one is restricted at once. Empty when it is not known.
     *
     * @param value absent: equity as it is now
     */
    public Optional<HighWaterMark> change(String accountId, @Nullable BigDecimal value, String reason, String person) {
        return accounts.locked(accountId, account -> {
            monitor.rollDay(account);
            RiskAccount before = account.account();
            BigDecimal equity = before.figures().equity();
            BigDecimal wanted = value == null ? equity : value;
            if (wanted.compareTo(equity) < 0) {
                return new HighWaterMark.BelowEquity(equity);
            }
            account.become(before.peakedAt(wanted));
            HighWaterMarkChange change = new HighWaterMarkChange(
                    accountId, before.figures().highWaterMark(), wanted, reason, person, clock.instant());
            accounts.record(change);
            events.highWaterMarkChanged(change);
            monitor.react(account, before.figures());
            return new HighWaterMark.Changed(account.account());
        });
    }
}
