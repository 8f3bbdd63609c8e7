package dev.tradesuite.contracts.risk;

import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation, or its denial. It has exactly one of {@code lots} and {@code notional}.
 *
 * @param orderId order it is for; identifies the reservation
 * @param accountId account
 * @param status where it stands
 * @param symbol instrument
 * @param side of the order
 * @param lots size of an order in lots; absent for a stake
 * @param notional size of a stake, in the account currency; absent for an order in lots
 * @param filled of the size, in its unit, what is already in the books
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
        @Nullable BigDecimal lots,
        @Nullable BigDecimal notional,
        BigDecimal filled,
        BigDecimal reservedLoss,
        BigDecimal reservedMargin,
        Instant createdAt,
        Instant changedAt,
        @Nullable RiskAssessment assessment) {}
