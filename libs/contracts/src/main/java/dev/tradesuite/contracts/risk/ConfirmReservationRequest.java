package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/**
 * The order of a reservation was filled. {@code POST /api/v1/risk/reservations/{order_id}/confirm}.
 *
 * @param filledLots lots filled so far
 */
public record ConfirmReservationRequest(@NotNull @Positive BigDecimal filledLots) {}
