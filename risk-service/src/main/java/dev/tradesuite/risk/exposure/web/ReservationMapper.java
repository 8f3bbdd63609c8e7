package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.check.OrderSize;
import dev.tradesuite.risk.check.TradeAssessment;
import dev.tradesuite.risk.check.web.AssessmentMapper;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.exposure.ReserveOutcome;
import dev.tradesuite.risk.exposure.ReservedOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reservations as records of the contracts. */
final class ReservationMapper {

    private static final BigDecimal NOTHING = Amounts.up(BigDecimal.ZERO);

    private ReservationMapper() {}

    static Reservation write(ReserveOrder order, ReserveOutcome outcome) {
        return switch (outcome) {
            case ReserveOutcome.Stands(var reservation, var assessment) -> write(reservation, assessment);
            case ReserveOutcome.NothingToHold(var assessment) ->
                holdingNothing(order.toReserve(), ReservationStatus.RESERVED, assessment);
            case ReserveOutcome.Denied(var assessment) -> denied(order.toReserve(), assessment);
        };
    }

    static Reservation write(dev.tradesuite.risk.exposure.Reservation reservation) {
        return write(reservation, null);
    }

    static Reservation write(
            dev.tradesuite.risk.exposure.Reservation reservation, @Nullable TradeAssessment assessment) {
        ReservedOrder order = reservation.order();
        return new Reservation(
                order.orderId(),
                order.accountId(),
                reservation.status(),
                order.symbol(),
                order.side(),
                lots(order),
                notional(order),
                Amounts.stripped(reservation.booked()),
                reservation.heldLoss(),
                reservation.heldMargin(),
                reservation.createdAt(),
                reservation.changedAt(),
                assessment == null ? null : AssessmentMapper.write(assessment, order.accountId()));
    }

    static Reservation denied(ReservedOrder order, TradeAssessment assessment) {
        return holdingNothing(order, ReservationStatus.DENIED, assessment);
    }

    private static Reservation holdingNothing(
            ReservedOrder order, ReservationStatus status, TradeAssessment assessment) {
        return new Reservation(
                order.orderId(),
                order.accountId(),
                status,
                order.symbol(),
                order.side(),
                lots(order),
                notional(order),
                BigDecimal.ZERO,
                NOTHING,
                NOTHING,
                assessment.evaluatedAt(),
                assessment.evaluatedAt(),
                AssessmentMapper.write(assessment, order.accountId()));
    }

    private static @Nullable BigDecimal lots(ReservedOrder order) {
        return order.size() instanceof OrderSize.Volume(BigDecimal lots) ? Amounts.stripped(lots) : null;
    }

    private static @Nullable BigDecimal notional(ReservedOrder order) {
        return order.size() instanceof OrderSize.Notional(BigDecimal amount) ? Amounts.stripped(amount) : null;
    }
}
