package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.limit.Limits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account whose row this transaction has locked: what it says is true until the transaction ends. */
public interface LockedAccount {

    /** Its numbers, with what this transaction has changed. */
    AccountMemory memory();

    /** Everything a check needs, and what is known of the order it is for. */
    OrderView view(TradeSubjects about, UUID orderId);

    /** A reservation of this account. */
    Optional<Reservation> reservation(UUID orderId);

    /** Its reservations that still hold something. */
    List<Reservation> held();

    /** Replaces its numbers. */
    void save(AccountMemory memory);

    /** Replaces its positions. */
    void savePositions(List<BookedPosition> positions);

    /** Adds a reservation and holds its loss and margin: one statement, guarded by the limits once more. */
    void hold(Reservation reservation, TradeSubjects about);

    /** Replaces a reservation, and holds as much more or less for the account as it does. */
    void save(Reservation before, Reservation after);

    /** Remembers that an order without a reservation has ended, so that none is made for it any more. */
    void rememberEnd(UUID orderId);

    /** Adds a breach to the history. */
    void record(Breach breach);

    /** Adds a change of the limits to the history. */
    void recordLimits(Limits limits, String person);

    /**
     * What a reservation is decided on.
     *
     * @param snapshot the account
     * @param existing the reservation there is for the order
     * @param ended whether the order has ended already
     */
    record OrderView(AccountSnapshot snapshot, Optional<Reservation> existing, boolean ended) {}
}
