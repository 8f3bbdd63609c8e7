package dev.tradesuite.risk.exposure;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.Proposal;
import dev.tradesuite.risk.check.Stake;
import dev.tradesuite.risk.check.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Room held for an order until the books show it or it comes to nothing.
 *
 * <p>It knows three numbers of lots that only ever grow, and what it still holds follows from them: what the order may
 * become minus what the books show. So it comes to the same whatever the order in which the fill, the end of the order
 * and the report of the books arrive, and however often.
 *
 * @param orderId order it is for
 * @param accountId account
 * @param kind what it is for
 * @param symbol instrument, or market of a stake
 * @param side of the order
 * @param lots size of the order; the amount of a stake
 * @param hold what the whole order takes
 * @param filledLots lots filled so far
 * @param bookedLots of these, lots in the books
 * @param finalLots lots filled when the order ended; absent while it has not
 * @param createdAt when it was made
 * @param changedAt when its status changed last
 * @param endedBecause why the order ended without being filled in full; absent otherwise
 */
public record Reservation(
        UUID orderId,
        String accountId,
        Kind kind,
        String symbol,
        Side side,
        Lots lots,
        Hold hold,
        BigDecimal filledLots,
        BigDecimal bookedLots,
        @Nullable BigDecimal finalLots,
        Instant createdAt,
        Instant changedAt,
        @Nullable String endedBecause) {

    /** What a reservation is for. */
    public enum Kind {
        /** A trade of an instrument. */
        TRADE,
        /** A stake in an outcome of a market. */
        STAKE;

        static Kind of(Proposal proposal) {
            return switch (proposal) {
                case Trade _ -> TRADE;
                case Stake _ -> STAKE;
            };
        }
    }

    /** Where a reservation stands. */
    public enum Status {
        /** Held for an order that is on its way. */
        RESERVED,
        /** Filled, at least in part; held until the books show it. */
        CONFIRMED,
        /** The books show it; nothing is held. */
        IN_BOOKS,
        /** The order came to nothing; nothing is held. */
        RELEASED
    }

    /** A reservation for the whole order. */
    static Reservation of(UUID orderId, String accountId, Proposal proposal, Hold hold, Instant now) {
        return new Reservation(
                orderId,
                accountId,
                Kind.of(proposal),
                proposal.symbol(),
                proposal.side(),
                proposal.lots(),
                hold,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                now,
                now,
                null);
    }

    /** An order that ended before a reservation was asked for: nothing is held for it any more. */
    static Reservation tooLate(UUID orderId, String accountId, Proposal proposal, Instant now) {
        Hold nothing = new Hold(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);
        return of(orderId, accountId, proposal, nothing, now)
                .ended(BigDecimal.ZERO, "the order had ended before its reservation was asked for", now);
    }

    /** Says whether it was made for the same order, not merely under the same number. */
    boolean isFor(String account, Proposal proposal) {
        return accountId.equals(account)
                && kind == Kind.of(proposal)
                && symbol.equals(proposal.symbol())
                && side == proposal.side()
                && lots.equals(proposal.lots());
    }

    /** After a fill of the order. */
    Reservation filled(BigDecimal cumulativeLots, boolean orderComplete, Instant at) {
        BigDecimal filled = filledLots.max(cumulativeLots);
        return with(filled, bookedLots, orderComplete ? filled : finalLots, endedBecause, at);
    }

    /** After the books have shown a fill of the order. */
    Reservation booked(BigDecimal cumulativeLots, boolean orderComplete, Instant at) {
        BigDecimal booked = bookedLots.max(cumulativeLots);
        BigDecimal filled = filledLots.max(booked);
        return with(filled, booked, orderComplete ? filled : finalLots, endedBecause, at);
    }

    /** After the order ended with this much filled: what is not filled is free again. */
    Reservation ended(BigDecimal lotsFilled, String because, Instant at) {
        BigDecimal filled = filledLots.max(lotsFilled);
        return with(filled, bookedLots, filled, because, at);
    }

    private Reservation with(
            BigDecimal filled, BigDecimal booked, @Nullable BigDecimal end, @Nullable String because, Instant at) {
        Reservation changed = new Reservation(
                orderId, accountId, kind, symbol, side, lots, hold, filled, booked, end, createdAt, at, because);
        return changed.status() == status() ? changed.changedAt(changedAt) : changed;
    }

    private Reservation changedAt(Instant at) {
        return new Reservation(
                orderId,
                accountId,
                kind,
                symbol,
                side,
                lots,
                hold,
                filledLots,
                bookedLots,
                finalLots,
                createdAt,
                at,
                endedBecause);
    }

    /** Lots that count against the limits: what the order may become, less what the books show. */
    public BigDecimal heldLots() {
        BigDecimal most = finalLots == null ? lots.value() : finalLots;
        return most.max(filledLots).subtract(bookedLots).max(BigDecimal.ZERO);
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
    public BigDecimal heldNotional() {
        return share(hold.notional());
    }

    private BigDecimal share(BigDecimal whole) {
        return Amounts.divided(whole.multiply(heldLots()), lots.value(), RoundingMode.CEILING);
    }

    /** Where it stands. */
    public Status status() {
        if (heldLots().signum() > 0) {
            return filledLots.signum() > 0 ? Status.CONFIRMED : Status.RESERVED;
        }
        return bookedLots.signum() > 0 ? Status.IN_BOOKS : Status.RELEASED;
    }
}
