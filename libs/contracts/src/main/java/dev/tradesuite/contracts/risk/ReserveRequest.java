package dev.tradesuite.contracts.risk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
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
 * @param replaces the order it takes the place of at its broker; absent: none
 */
public record ReserveRequest(
        @NotNull UUID orderId,
        @NotNull @Valid RiskCheckRequest trade,
        @Nullable Boolean protective,
        @Nullable @Valid Replaced replaces) {

    /**
     * A working order that gives its place to the new one. What is held for its unfilled part does not count against
     * the new order, and is held until it has ended.
     *
     * @param orderId order
     * @param filledLots how much of it is filled; absent: nothing
     */
    public record Replaced(@NotNull UUID orderId, @Nullable @PositiveOrZero BigDecimal filledLots) {}
}
