package dev.tradesuite.risk.exposure;

import java.util.UUID;

/**
 * Gives room back before its time, on the word of the owner of the order and nobody else's: room that is given back for
 * an order that can still be filled lifts the limits.
 */
public final class ReservationRelease {

    private final ReservationStore store;
    private final Reservations reservations;
    private final OrderOwners owners;

    public ReservationRelease(ReservationStore store, Reservations reservations, OrderOwners owners) {
        this.store = store;
        this.reservations = reservations;
        this.owners = owners;
    }

    /** What became of the wish. */
    public sealed interface Result {

        /** What the order was not filled with is free; what it was filled with is held until the books show it. */
        record Released(Reservation reservation) implements Result {}

        /** The order may still be filled, or was: everything stays held. */
        record Refused(String why) implements Result {}

        /** Whether the order is final cannot be found out now: everything stays held. */
        record NotNow(String why) implements Result {}

        /** There is no reservation for the order. */
        record Unknown() implements Result {}
    }

    /**
     * Gives back what an order holds that has ended; asking again for what is released already changes nothing.
     *
     * @param reason why, for the record
     */
    public Result release(UUID orderId, String reason) {
        return store.find(orderId).map(found -> release(found, reason)).orElseGet(Result.Unknown::new);
    }

    private Result release(Reservation standing, String reason) {
        return switch (standing.status()) {
            case RELEASED -> new Result.Released(standing);
            case IN_BOOKS, DENIED ->
                new Result.Refused(
                        "the reservation of order %s is %s".formatted(standing.orderId(), standing.status()));
            case RESERVED, CONFIRMED -> releaseEnded(standing, reason);
        };
    }

    private Result releaseEnded(Reservation standing, String reason) {
        UUID id = standing.orderId();
        return switch (owners.ask(standing.order())) {
            case OrderOwners.Answer.Ended(var filled, var _) -> {
                reservations.ended(standing.accountId(), id, filled, reason);
                yield new Result.Released(store.find(id).orElse(standing));
            }
            case OrderOwners.Answer.Open _ ->
                new Result.Refused("order %s is on its way: what it holds is free once it has ended".formatted(id));
            case OrderOwners.Answer.Filled _ ->
                new Result.Refused("order %s was filled: what it holds is free once the books show it".formatted(id));
            case OrderOwners.Answer.NoSuchOrder _ ->
                new Result.Refused("nobody says that order %s has ended: its owner does not know it".formatted(id));
            case OrderOwners.Answer.Unavailable(String message) ->
                new Result.NotNow("whether order %s has ended cannot be asked now: %s".formatted(id, message));
        };
    }
}
