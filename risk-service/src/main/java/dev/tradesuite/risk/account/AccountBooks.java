package dev.tradesuite.risk.account;

import java.util.Optional;
import java.util.function.Function;

/** Keeps what is remembered of accounts in step with the books. */
public final class AccountBooks {

    private final RiskAccounts accounts;
    private final BooksSource books;
    private final BreachMonitor monitor;
    private final RiskDay riskDay;
    private final Limits defaultLimits;

    /** @param defaultLimits limits of an account seen for the first time */
    public AccountBooks(
            RiskAccounts accounts, BooksSource books, BreachMonitor monitor, RiskDay riskDay, Limits defaultLimits) {
        this.accounts = accounts;
        this.books = books;
        this.monitor = monitor;
        this.riskDay = riskDay;
        this.defaultLimits = defaultLimits;
    }

    /**
     * Takes in a report of the books, and does something with its account under the same lock. An account that is not
     * known is added. An older report than the newest taken in changes no figure.
     */
    public <T> T takeIn(BooksReport report, Function<LockedAccount, T> work) {
        Optional<T> done = takeInIfKnown(report, work);
        while (done.isEmpty()) {
            // When somebody else adds the account in between, it is known the next time.
            add(report);
            done = takeInIfKnown(report, work);
        }
        return done.get();
    }

    private <T> Optional<T> takeInIfKnown(BooksReport report, Function<LockedAccount, T> work) {
        return accounts.locked(report.accountId(), account -> {
            RiskAccount before = account.account();
            if (report.sequence() > before.sequence()) {
                account.report(before.reported(report, riskDay), report.positions());
                monitor.react(account, before.figures());
            }
            return work.apply(account);
        });
    }

    private void add(BooksReport report) {
        RiskAccount first = RiskAccount.firstSeen(report, defaultLimits, riskDay);
        accounts.add(first, report.positions(), account -> monitor.react(account, null));
    }

    /** Asks the books about an account that is not known yet, and remembers what they say. */
    public BooksSource.Answer learn(String accountId) {
        BooksSource.Answer answer = books.ask(accountId);
        if (answer instanceof BooksSource.Answer.Found(BooksReport report)) {
            takeIn(report, account -> account);
        }
        return answer;
    }
}
