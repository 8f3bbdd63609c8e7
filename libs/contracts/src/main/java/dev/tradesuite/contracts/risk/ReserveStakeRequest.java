package dev.tradesuite.contracts.risk;

import dev.tradesuite.contracts.ledger.Account;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hold the stake of a prediction-market order. {@code POST /api/v1/risk/reservations/stakes}; repeating it with the
 * same order answers the reservation that stands.
 *
 * <p>A position in an outcome is paid in full and can lose exactly its stake, so loss at the stop, margin and notional
 * are the stake. The books come with the request: a portfolio's next order must see the one before it. The size of the
 * reservation, in {@code lots}, is the stake.
 *
 * @param orderId order the reservation is for
 * @param books the portfolio as its books have it now, as an account
 * @param bookedOrders orders whose fills those books include already: nothing is held for them any more; absent: none
 * @param portfolioId portfolio, for its trading state
 * @param strategy strategy, for its trading state
 * @param marketId market, for its trading state
 * @param stake USD that can be lost, costs included
 */
public record ReserveStakeRequest(
        @NotNull UUID orderId,
        @NotNull Account books,
        @Nullable @Size(max = 10_000) List<@NotNull UUID> bookedOrders,
        @NotBlank @Size(max = 64) String portfolioId,
        @NotBlank @Size(max = 64) String strategy,
        @NotBlank @Size(max = 200) String marketId,
        @NotNull @Positive BigDecimal stake) {}
