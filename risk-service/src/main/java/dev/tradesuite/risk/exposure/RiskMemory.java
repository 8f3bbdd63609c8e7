package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.limit.StateEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What risk remembers; it survives a restart. */
public interface RiskMemory {

    /** The account as it is now, with the trading states of what a trade is about. Takes no lock. */
    Optional<AccountSnapshot> snapshot(String accountId, TradeSubjects about);

    /** Trading states of what a trade is about, and of its account, when it is for one. */
    List<StateEntry> states(@Nullable String accountId, TradeSubjects about);

    /** The account's own numbers. */
    Optional<AccountMemory> find(String accountId);

    /**
     * Runs the work with the account's row locked, in one transaction that commits when the work changed something.
     *
     * @return what the work returns; empty when the account is not known
     */
    <T> Optional<T> locked(String accountId, Function<LockedAccount, T> work);

    /**
     * Adds an account, in a transaction, and runs the work with its row locked.
     *
     * @return whether it was added; false when it is known already
     */
    boolean add(AccountMemory account, Consumer<LockedAccount> work);

    /** A reservation by its order. */
    Optional<Reservation> reservation(UUID orderId);

    /** Reservations of an account, newest first. */
    List<Reservation> reservations(String accountId, Reservation.@Nullable Status status, int most);

    /** Forgets ends of orders from before this moment; a request to reserve does not stay under way that long. */
    void forgetEndsBefore(Instant moment);

    /** Accounts whose remembered day is before this one. */
    List<String> accountsBefore(LocalDate day);
}
