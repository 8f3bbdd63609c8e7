package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.RiskDay;
import dev.tradesuite.risk.limit.Limits;
import java.time.Clock;
import java.util.Optional;

/** Shows accounts as risk remembers them, and changes their limits. */
public final class AccountLimits {

    private final RiskMemory memory;
    private final AccountBooks books;
    private final Guard guard;
    private final RiskDay riskDay;
    private final Clock clock;

    public AccountLimits(RiskMemory memory, AccountBooks books, Guard guard, RiskDay riskDay, Clock clock) {
        this.memory = memory;
        this.books = books;
        this.guard = guard;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /** What is known of an account. */
    public sealed interface Answer {

        /** The account as it is today. */
        record Found(AccountMemory account) implements Answer {}

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
        return memory.find(accountId).map(account -> new Answer.Found(account.rolledTo(riskDay.of(clock.instant()))));
    }

    /** Changes the limits; an account that is beyond a new one is restricted at once. Empty when it is not known. */
    public Optional<Limits> change(String accountId, Limits limits, String person) {
        return memory.locked(accountId, account -> {
            guard.rollDay(account);
            AccountMemory before = account.memory();
            account.save(before.limitedBy(limits));
            account.recordLimits(limits, person);
            guard.react(account, before.figures());
            return limits;
        });
    }
}
