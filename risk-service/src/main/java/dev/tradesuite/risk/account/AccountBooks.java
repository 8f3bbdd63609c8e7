package dev.tradesuite.risk.account;

import java.util.Optional;
import java.util.function.Consumer;
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
        return takeIn(report, work, _ -> {});
    }

    /**
     * Takes in a report that somebody brings along who may tell of these books, which nobody else can be asked about.
     * What it says of money is believed; a sequence that would shut out every report to come is not.
     *
     * @throws ImplausibleReportException when it is so far ahead; nothing has changed then
     */
    public <T> T takeInBrought(BooksReport report, Function<LockedAccount, T> work) {
        return takeIn(report, work, known -> known.map(account -> ReportDoubt.aboutLeap(report, account))
                .orElseGet(() -> ReportDoubt.aboutFirst(report))
                .ifPresent(doubt -> {
                    throw new ImplausibleReportException(doubt.reason());
                }));
    }

    /** @param check throws when the report is not to be believed beside what is known, which may be nothing */
    private <T> T takeIn(BooksReport report, Function<LockedAccount, T> work, Consumer<Optional<RiskAccount>> check) {
        Optional<T> done = takeInIfKnown(report, work, check);
        while (done.isEmpty()) {
            check.accept(Optional.empty());
            // When somebody else adds the account in between, it is known the next time.
            add(report);
            done = takeInIfKnown(report, work, check);
        }
        return done.get();
    }

    /**
     * Takes in a report that came by Kafka, where others may have written. One that is unlike what is known is believed
     * when the books, asked directly, are as far as it says.
     *
     * @throws ImplausibleReportException when they are not; nothing has changed then
     * @throws IllegalStateException when they cannot be asked now
     */
    public <T> T takeInFromOutside(BooksReport report, Function<LockedAccount, T> work) {
        try {
            return takeIn(report, work, known -> requireLikely(report, known));
        } catch (DoubtfulReportException e) {
            // The lock is gone: nobody waits while the books are asked.
            return takeIn(confirmed(report, e.doubt), work);
        }
    }

    private static void requireLikely(BooksReport report, Optional<RiskAccount> known) {
        known.map(account -> ReportDoubt.about(report, account))
                .orElseGet(() -> ReportDoubt.aboutUnknown(report))
                .ifPresent(doubt -> {
                    throw new DoubtfulReportException(doubt);
                });
    }

    /** Ends the transaction that would have taken the report in. */
    private static final class DoubtfulReportException extends RuntimeException {

        private final transient ReportDoubt doubt;

        DoubtfulReportException(ReportDoubt doubt) {
            super(doubt.reason());
            this.doubt = doubt;
        }
    }

    /**
     * What the books say themselves, at least as new as the report. Those of a portfolio are not among them: they come
     * along with each of its stakes, and a large change of one is believed.
     */
    private BooksReport confirmed(BooksReport report, ReportDoubt doubt) {
        return switch (books.ask(report.accountId())) {
            case BooksSource.Answer.Found(BooksReport truth) when truth.sequence() >= report.sequence() -> truth;
            case BooksSource.Answer.Found(BooksReport truth) ->
                throw new ImplausibleReportException("%s, and the books themselves are at %d with an equity of %s"
                        .formatted(
                                doubt.reason(), truth.sequence(), truth.equity().toPlainString()));
            case BooksSource.Answer.NoSuchAccount _ when !doubt.grave() -> report;
            case BooksSource.Answer.NoSuchAccount _ ->
                throw new ImplausibleReportException(doubt.reason() + ", and the books have no such account");
            case BooksSource.Answer.Unavailable(String reason) ->
                throw new IllegalStateException(doubt.reason() + ", and " + reason);
        };
    }

    private <T> Optional<T> takeInIfKnown(
            BooksReport report, Function<LockedAccount, T> work, Consumer<Optional<RiskAccount>> check) {
        return accounts.locked(report.accountId(), account -> {
            RiskAccount before = account.account();
            if (report.sequence() > before.sequence()) {
                check.accept(Optional.of(before));
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
