package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.Assessment;
import dev.tradesuite.risk.check.wire.AssessmentWriter;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.exposure.ReserveOutcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reservations as records of the contracts. */
final class ReservationWriter {

    private static final BigDecimal NOTHING = Amounts.up(BigDecimal.ZERO);

    private ReservationWriter() {}

    static Reservation write(dev.tradesuite.risk.exposure.Reservation reservation) {
        return write(reservation, null);
    }

    static Reservation write(dev.tradesuite.risk.exposure.Reservation reservation, @Nullable Assessment assessment) {
        return new Reservation(
                reservation.orderId(),
                reservation.accountId(),
                ReservationStatus.valueOf(reservation.status().name()),
                reservation.symbol(),
                Side.valueOf(reservation.side().name()),
                reservation.lots().value(),
                Amounts.stripped(reservation.bookedLots()),
                reservation.heldLoss(),
                reservation.heldMargin(),
                reservation.createdAt(),
                reservation.changedAt(),
                assessment == null ? null : AssessmentWriter.write(assessment, reservation.accountId()));
    }

    static Reservation write(ReserveOrder order, ReserveOutcome outcome) {
        return switch (outcome) {
            case ReserveOutcome.Stands(var reservation, var assessment) -> write(reservation, assessment);
            case ReserveOutcome.Denied(var assessment) -> denied(order, assessment);
        };
    }

    static Reservation denied(ReserveOrder order, Assessment assessment) {
        return new Reservation(
                order.orderId(),
                order.accountId(),
                ReservationStatus.DENIED,
                order.proposal().symbol(),
                Side.valueOf(order.proposal().side().name()),
                order.proposal().lots().value(),
                BigDecimal.ZERO,
                NOTHING,
                NOTHING,
                assessment.evaluatedAt(),
                assessment.evaluatedAt(),
                AssessmentWriter.write(assessment, order.accountId()));
    }
}
