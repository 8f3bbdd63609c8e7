package dev.tradesuite.risk.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What risk remembers of accounts; it survives a restart. */
public interface RiskAccounts {

    /** The account as it is now. Takes no lock. */
    Optional<RiskAccount> find(String accountId);

    /**
     * Runs the work with the account's row locked, in one transaction. What the work changed is written when it is
     * done; the transaction commits when something was written.
     *
     * @return what the work returns; empty when the account is not known
     */
    <T> Optional<T> locked(String accountId, Function<LockedAccount, T> work);

    /**
     * Adds an account with its positions, in a transaction, and runs the work with its row locked.
     *
     * @return whether it was added; false when it is known already
     */
    boolean add(RiskAccount account, List<BookedPosition> positions, Consumer<LockedAccount> work);

    /** Adds a breach to the history, in the transaction under way. */
    void record(String accountId, Breach breach, Instant at);

    /** Adds a change of the limits to the history, in the transaction under way. */
    void record(LimitChange change);

    /** Adds a change of the highest equity to the history, in the transaction under way. */
    void record(HighWaterMarkChange change);

    /** Accounts whose remembered day is before this one. */
    List<String> accountsBefore(LocalDate day);

    /** Forgets breaches and what people changed from before this moment. */
    void forgetHistoryBefore(Instant moment);
}
