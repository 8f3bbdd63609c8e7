package dev.tradesuite.contracts.risk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Check a trade and, when it is allowed, hold its loss and margin for an order. {@code POST /api/v1/risk/reservations};
 * repeating it with the same order answers the reservation that stands.
 *
 * @param orderId order the reservation is for
 * @param trade the trade; {@code accountId} is required, {@code whatIf} and {@code asOf} are refused
 * @param protective whether it is a stop or a target of a position: only the trading state has a say, and nothing is
 *     held; absent: it is not
 */
public record ReserveRequest(
        @NotNull UUID orderId, @NotNull @Valid RiskCheckRequest trade, @Nullable Boolean protective) {}
