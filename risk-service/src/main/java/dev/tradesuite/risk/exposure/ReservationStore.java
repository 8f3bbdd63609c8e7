package dev.tradesuite.risk.exposure;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.risk.account.LockedAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where reservations are kept. What takes a locked account runs in the transaction of its lock. */
public interface ReservationStore {

    /** A reservation by its order. */
    Optional<Reservation> find(UUID orderId);

    /** Reservations of an account, newest first. */
    List<Reservation> list(String accountId, @Nullable ReservationStatus status, int most);

    /** Says whether any order had a reservation that was wanted by a strategy. */
    boolean hasStrategy(String strategy);

    /** Reservations of an account that still hold something. */
    List<Reservation> held(LockedAccount account);

    /**
     * Adds reservations and holds their loss and margin: one statement, guarded by the limits once more.
     *
     * @param replaced whose place they take; what is held for these does not count against them, and stays held
     */
    void add(LockedAccount account, List<Reservation> reservations, ReplacedOrders replaced);

    /** Replaces reservations; what the account holds less or more is told to it beside. */
    void save(LockedAccount account, List<Reservation> reservations);

    /**
     * Remembers that an order without a reservation has ended, so that none is made for it any more. Joins the
     * transaction under way, if there is one.
     */
    void rememberEnd(UUID orderId, Instant at);

    /** Reservations that hold something and whose owner was not asked since this moment; the longest unasked first. */
    List<Reservation> unaskedSince(Instant moment, int most);

    /** Notes that the owner of an order was asked. */
    void asked(UUID orderId, Instant at);

    /** Forgets reservations that came to their end before this moment. */
    void forgetEndedBefore(Instant moment);

    /** Forgets ends of orders without a reservation from before this moment. */
    void forgetEndsBefore(Instant moment);
}
