package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renames accounts, archives them and takes them out of the archive. */
public final class AccountService {

    private final Accounts accounts;
    private final OpenOrders orders;
    private final AccountEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public AccountService(Accounts accounts, OpenOrders orders, AccountEvents events, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.orders = orders;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What an account is to be.
     *
     * @param name absent: as it is
     * @param status absent: as it is
     */
    public record Wanted(@Nullable String name, @Nullable AccountStatus status) {}

    /** What became of it. */
    public sealed interface Result {

        /** The account as it is now. */
        record Changed(Account account) implements Result {}

        /** There is no such account. */
        record NoSuchAccount() implements Result {}

        /**
         * It cannot be archived.
         *
         * @param why what is open
         */
        record Refused(String why) implements Result {}
    }

    /**
     * Changes an account; one with open positions or orders is not archived. The orders are asked for once the account
     * is locked: however long that took, none that was placed meanwhile is overlooked, and no fill is booked between
     * the question and the answer.
     */
    public Result change(String accountId, Wanted wanted) {
        return work.durable(() ->
                accounts.lock(accountId).map(account -> change(account, wanted)).orElseGet(Result.NoSuchAccount::new));
    }

    private Result change(Account account, Wanted wanted) {
        if (wanted.status == AccountStatus.ARCHIVED && !account.positions().isEmpty()) {
            return new Result.Refused("Account %s has %d open positions; close them first"
                    .formatted(account.id(), account.positions().size()));
        }
        if (wanted.status == AccountStatus.ARCHIVED
                && account.status() != AccountStatus.ARCHIVED
                && orders.any(account.id())) {
            return new Result.Refused("Account %s has open orders; cancel them first".formatted(account.id()));
        }
        Optional<Account> changed = account.with(
                wanted.name == null ? account.opening().name() : wanted.name,
                wanted.status == null ? account.status() : wanted.status,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        changed.ifPresent(after -> {
            accounts.save(after);
            events.changed(after);
        });
        return new Result.Changed(changed.orElse(account));
    }
}
