package dev.tradesuite.risk.exposure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends reservations whose order is gone although nobody told so: the owner of the order is asked.
 *
 * <p>Room is only given back on the owner's word. While it does not answer, or says that the order is open, everything
 * stays held. An order that the owner does not know cannot be filled any more; its reservation is kept for some time
 * all the same, because whoever asked for it may be an owner that nobody can ask.
 */
public final class ReservationExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationExpiry.class);
    private static final int MOST_AT_ONCE = 200;

    private final ReservationStore store;
    private final Reservations reservations;
    private final OrderOwners owners;
    private final Duration askAfter;
    private final Duration unknownFor;
    private final Clock clock;

    /**
     * @param askAfter how long a reservation is held before its owner is asked, and between two questions
     * @param unknownFor how old a reservation gets whose order the owner does not know
     */
    public ReservationExpiry(
            ReservationStore store,
            Reservations reservations,
            OrderOwners owners,
            Duration askAfter,
            Duration unknownFor,
            Clock clock) {
        this.store = store;
        this.reservations = reservations;
        this.owners = owners;
        this.askAfter = askAfter;
        this.unknownFor = unknownFor;
        this.clock = clock;
    }

    /** Asks about what is held for long; one question that fails holds up no other. */
    public void look() {
        Instant now = clock.instant();
        List<Reservation> held = store.unaskedSince(now.minus(askAfter), MOST_AT_ONCE);
        for (Reservation reservation : held) {
            try {
                look(reservation, now);
            } catch (RuntimeException e) {
                LOG.warn("The reservation of order {} stays as it is: {}", reservation.orderId(), e.toString());
            }
        }
    }

    private void look(Reservation reservation, Instant now) {
        store.asked(reservation.orderId(), now);
        switch (owners.ask(reservation.order())) {
            case OrderOwners.Answer.Open _ -> {
                // Held on.
            }
            case OrderOwners.Answer.Filled(var filled) ->
                reservations.filled(reservation.accountId(), reservation.orderId(), filled, true);
            case OrderOwners.Answer.Ended(var filled, String reason) ->
                reservations.ended(reservation.accountId(), reservation.orderId(), filled, reason);
            case OrderOwners.Answer.NoSuchOrder _ -> {
                if (reservation.createdAt().isBefore(now.minus(unknownFor))) {
                    reservations.released(
                            reservation.accountId(), reservation.orderId(), "the owner of the order does not know it");
                }
            }
            case OrderOwners.Answer.Unavailable(String message) ->
                LOG.info("The reservation of order {} stays held: {}", reservation.orderId(), message);
        }
    }
}
