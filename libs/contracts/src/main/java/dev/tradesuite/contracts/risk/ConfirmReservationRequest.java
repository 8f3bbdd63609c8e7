package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/**
 * The order of a reservation was filled. {@code POST /api/v1/risk/reservations/{order_id}/confirm}.
 *
 * @param filled filled so far, in the unit of the reservation
 */
public record ConfirmReservationRequest(@NotNull @Positive BigDecimal filled) {}
