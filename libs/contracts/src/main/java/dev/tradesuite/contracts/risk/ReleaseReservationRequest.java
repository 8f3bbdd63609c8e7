package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The order of a reservation came to nothing. {@code POST /api/v1/risk/reservations/{order_id}/release}.
 *
 * @param reason why
 */
public record ReleaseReservationRequest(@NotBlank @Size(max = 500) String reason) {}
