package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.RiskDay;
import dev.tradesuite.risk.limit.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Keeps the memory of accounts in step with the books. */
public final class AccountBooks {

    private final RiskMemory memory;
    private final BooksSource books;
    private final Guard guard;
    private final RiskDay riskDay;
    private final Limits defaultLimits;

    /** @param defaultLimits limits of an account seen for the first time */
    public AccountBooks(RiskMemory memory, BooksSource books, Guard guard, RiskDay riskDay, Limits defaultLimits) {
        this.memory = memory;
        this.books = books;
        this.guard = guard;
        this.riskDay = riskDay;
        this.defaultLimits = defaultLimits;
    }

    /**
     * Takes in a report of the books.
     *
     * <p>An older report than the newest taken in changes no figure. The fill it tells of is taken in always: what the
     * newer report says includes it, so from here on the books carry it and its reservation does not, in one
     * transaction.
     */
    public void receive(BooksReport report, Optional<BookedFill> fill) {
        boolean taken = update(report, fill);
        while (!taken) {
            // When somebody else adds the account in between, it can be updated.
            taken = add(report) || update(report, fill);
        }
    }

    /**
     * Does something with an account on the books that come along with the request for it: they are taken in first,
     * under the same lock. An account that is not known is added from them.
     *
     * @param booked orders that these books include as a whole
     */
    <T> T onBooks(BooksReport report, Set<UUID> booked, Function<LockedAccount, T> work) {
        Optional<T> done = onBooksIfKnown(report, booked, work);
        while (done.isEmpty()) {
            add(report);
            done = onBooksIfKnown(report, booked, work);
        }
        return done.get();
    }

    private <T> Optional<T> onBooksIfKnown(BooksReport report, Set<UUID> booked, Function<LockedAccount, T> work) {
        return memory.locked(report.accountId(), account -> {
            takeIn(account, report);
            if (!booked.isEmpty()) {
                takeIn(account, booked, report);
            }
            return work.apply(account);
        });
    }

    private static void takeIn(LockedAccount account, Set<UUID> booked, BooksReport report) {
        account.held().stream()
                .filter(reservation -> booked.contains(reservation.orderId()))
                .forEach(reservation -> account.save(
                        reservation, reservation.booked(reservation.lots().value(), true, report.updatedAt())));
    }

    private boolean update(BooksReport report, Optional<BookedFill> fill) {
        return memory.locked(report.accountId(), account -> {
                    takeIn(account, report);
                    fill.ifPresent(booked -> takeIn(account, booked, report));
                    return true;
                })
                .orElse(false);
    }

    /** A new account has no reservations, so there is none that its fill could end. */
    private boolean add(BooksReport report) {
        AccountMemory first = AccountMemory.firstSeen(report, defaultLimits, riskDay);
        return memory.add(first, account -> {
            account.savePositions(report.positions());
            guard.react(account, null);
        });
    }

    private void takeIn(LockedAccount account, BooksReport report) {
        AccountMemory before = account.memory();
        if (report.sequence() <= before.sequence()) {
            return;
        }
        account.save(before.reported(report, riskDay));
        account.savePositions(report.positions());
        guard.react(account, before.figures());
    }

    private static void takeIn(LockedAccount account, BookedFill fill, BooksReport report) {
        account.reservation(fill.orderId())
                .ifPresent(reservation -> account.save(
                        reservation, reservation.booked(fill.bookedLots(), fill.orderComplete(), report.updatedAt())));
    }

    /** Asks the books about an account that is not known yet, and remembers what they say. */
    public BooksSource.Answer learn(String accountId) {
        BooksSource.Answer answer = books.ask(accountId);
        if (answer instanceof BooksSource.Answer.Found(BooksReport report)) {
            receive(report, Optional.empty());
        }
        return answer;
    }
}
