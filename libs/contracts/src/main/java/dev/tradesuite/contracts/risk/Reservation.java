package dev.tradesuite.contracts.risk;

import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation, or its denial.
 *
 * @param orderId order it is for; identifies the reservation
 * @param accountId account
 * @param status where it stands
 * @param symbol instrument
 * @param side of the order
 * @param lots size held
 * @param filledLots of these, lots already in the books
 * @param reservedLoss loss at the stop that is held, in the account currency
 * @param reservedMargin margin that is held, in the account currency
 * @param createdAt when it was made
 * @param changedAt when its status changed last
 * @param assessment the checks made when it was asked for; absent when read later
 */
public record Reservation(
        UUID orderId,
        String accountId,
        ReservationStatus status,
        String symbol,
        Side side,
        BigDecimal lots,
        BigDecimal filledLots,
        BigDecimal reservedLoss,
        BigDecimal reservedMargin,
        Instant createdAt,
        Instant changedAt,
        @Nullable RiskAssessment assessment) {}
