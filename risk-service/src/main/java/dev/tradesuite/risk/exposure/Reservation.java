package dev.tradesuite.risk.exposure;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.OrderSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Room held for an order until the books show it or it comes to nothing.
 *
 * <p>It knows three numbers that only ever grow, and what it still holds follows from them: what the order may become
 * minus what the books show. So it comes to the same whatever the order in which the fill, the end of the order and the
 * report of the books arrive, and however often.
 *
 * @param order what it is for
 * @param hold what the whole order takes
 * @param progress how far the order is
 * @param createdAt when it was made
 * @param changedAt when its status changed last
 * @param endedBecause why the order ended without being filled in full; absent otherwise
 */
public record Reservation(
        ReservedOrder order,
        Hold hold,
        Progress progress,
        Instant createdAt,
        Instant changedAt,
        @Nullable String endedBecause) {

    /**
     * How far an order is, in the unit of its size.
     *
     * @param filled filled so far
     * @param booked of this, what is in the books
     * @param last filled when the order ended; absent while it has not
     */
    public record Progress(BigDecimal filled, BigDecimal booked, @Nullable BigDecimal last) {

        static final Progress NONE = new Progress(BigDecimal.ZERO, BigDecimal.ZERO, null);
    }

    /** A reservation for the whole order. */
    static Reservation of(ReservedOrder order, Hold hold, Instant now) {
        return new Reservation(order, hold, Progress.NONE, now, now, null);
    }

    /** An order that ended before a reservation was asked for: nothing is held for it any more. */
    static Reservation tooLate(ReservedOrder order, Instant now) {
        Hold nothing = new Hold(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);
        return of(order, nothing, now)
                .ended(BigDecimal.ZERO, "the order had ended before its reservation was asked for", now);
    }

    /** Order it is for; identifies it. */
    public UUID orderId() {
        return order.orderId();
    }

    /** Account it is held on. */
    public String accountId() {
        return order.accountId();
    }

    /** Filled so far, in the unit of the size. */
    public BigDecimal filled() {
        return progress.filled;
    }

    /** Of what is filled, what is in the books. */
    public BigDecimal booked() {
        return progress.booked;
    }

    /**
     * After a fill of the order.
     *
     * @throws IllegalArgumentException when it is filled beyond its size, which cannot be true
     */
    Reservation filled(BigDecimal cumulative, boolean orderComplete, Instant at) {
        requireWithinSize(cumulative);
        BigDecimal filled = filled().max(cumulative);
        return with(new Progress(filled, booked(), orderComplete ? filled : progress.last), endedBecause, at);
    }

    /** After somebody told how much is filled who may be wrong about it; an order is never filled beyond its size. */
    Reservation filledAtMost(BigDecimal told, Instant at) {
        return filled(told.min(order.size().value()), false, at);
    }

    /**
     * After the books have shown a fill of the order.
     *
     * @throws IllegalArgumentException when more is booked than its size, which cannot be true
     */
    Reservation booked(BigDecimal cumulative, boolean orderComplete, Instant at) {
        requireWithinSize(cumulative);
        BigDecimal booked = booked().max(cumulative);
        BigDecimal filled = filled().max(booked);
        return with(new Progress(filled, booked, orderComplete ? filled : progress.last), endedBecause, at);
    }

    /**
     * After the order ended with this much filled: what is not filled is free again.
     *
     * @throws IllegalArgumentException when that is more than its size, which cannot be true
     */
    Reservation ended(BigDecimal lastFilled, String because, Instant at) {
        requireWithinSize(lastFilled);
        BigDecimal filled = filled().max(lastFilled);
        return with(new Progress(filled, booked(), filled), because, at);
    }

    private Reservation with(Progress reached, @Nullable String because, Instant at) {
        Reservation changed = new Reservation(order, hold, reached, createdAt, at, because);
        return changed.status() == status()
                ? new Reservation(order, hold, reached, createdAt, changedAt, because)
                : changed;
    }

    /** What counts against the limits, in the unit of the size: what the order may become, less what is booked. */
    public BigDecimal held() {
        BigDecimal most = progress.last == null ? order.size().value() : progress.last;
        return most.max(filled()).subtract(booked()).max(BigDecimal.ZERO);
    }

    /** Loss at the stop that is held. */
    public BigDecimal heldLoss() {
        return share(hold.loss());
    }

    /** Margin that is held. */
    public BigDecimal heldMargin() {
        return share(hold.margin());
    }

    /** Value that is held. */
    public BigDecimal heldValue() {
        return share(hold.notional());
    }

    /**
     * Of what is held, what another order gives back by taking this one's place: all but what is filled and not booked.
     * Nothing once the order has ended.
     */
    public BigDecimal unfilled() {
        return progress.last == null ? order.size().value().subtract(filled()).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    /** Loss at the stop that is held for the unfilled part; rounded down, for it is given credit for. */
    BigDecimal unfilledLoss() {
        return heldLoss().subtract(share(hold.loss(), held().subtract(unfilled())));
    }

    /** Margin that is held for the unfilled part; rounded down, for it is given credit for. */
    BigDecimal unfilledMargin() {
        return heldMargin().subtract(share(hold.margin(), held().subtract(unfilled())));
    }

    private BigDecimal share(BigDecimal whole) {
        return share(whole, held());
    }

    /** The part of an exit that takes the account through zero comes last, so all of it is held to the end. */
    private BigDecimal share(BigDecimal whole, BigDecimal part) {
        BigDecimal size = order.size().value();
        BigDecimal counted = hold.reduces() && part.signum() > 0 ? size : part;
        return Amounts.divided(whole.multiply(counted), size, RoundingMode.CEILING);
    }

    /** Where it stands; a denial holds nothing and is no reservation. */
    public ReservationStatus status() {
        if (held().signum() > 0) {
            return filled().signum() > 0 ? ReservationStatus.CONFIRMED : ReservationStatus.RESERVED;
        }
        return booked().signum() > 0 ? ReservationStatus.IN_BOOKS : ReservationStatus.RELEASED;
    }

    private void requireWithinSize(BigDecimal told) {
        if (order.size() instanceof OrderSize.Volume
                && told.compareTo(order.size().value()) > 0) {
            throw new IllegalArgumentException("order %s is of %s and cannot be filled to %s"
                    .formatted(order.orderId(), order.size().value().toPlainString(), told.toPlainString()));
        }
    }
}
