package dev.tradesuite.risk.account;

import java.time.Clock;
import java.util.Optional;

/** Shows accounts as risk remembers them, and changes their limits. */
public final class RiskAccountService {

    private final RiskAccounts accounts;
    private final AccountBooks books;
    private final BreachMonitor monitor;
    private final RiskDay riskDay;
    private final Clock clock;

    public RiskAccountService(
            RiskAccounts accounts, AccountBooks books, BreachMonitor monitor, RiskDay riskDay, Clock clock) {
        this.accounts = accounts;
        this.books = books;
        this.monitor = monitor;
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

    /** Changes the limits; an account that is beyond a new one is restricted at once. Empty when it is not known. */
    public Optional<Limits> change(String accountId, Limits limits, String person) {
        return accounts.locked(accountId, account -> {
            monitor.rollDay(account);
            RiskAccount before = account.account();
            account.become(before.limitedBy(limits));
            accounts.record(accountId, limits, person, clock.instant());
            monitor.react(account, before.figures());
            return limits;
        });
    }
}
