package dev.tradesuite.contracts.risk;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.instruments.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ask for leave for the prediction-market orders of a cycle, and hold the stakes of those that buy. {@code POST
 * /api/v1/risk/reservations/stakes}; repeating it with the same orders answers the reservations that stand.
 *
 * <p>A position in an outcome is paid in full and can lose exactly its stake, so loss at the stop, margin and notional
 * are the stake. Stakes are checked one after the other under one lock: each sees those before it as held. The books
 * come with the request: a portfolio's next orders must see the ones before them.
 *
 * @param books the portfolio as its books have it now, as an account
 * @param bookedOrders orders whose fills those books include already: nothing is held for them any more; absent: none
 * @param portfolioId portfolio, for its trading state
 * @param strategy strategy, for its trading state
 * @param stakes what to hold, in the order of preference
 */
public record ReserveStakesRequest(
        @NotNull Account books,
        @Nullable @Size(max = 10_000) List<@NotNull UUID> bookedOrders,
        @NotBlank @Size(max = 64) String portfolioId,
        @NotBlank @Size(max = 64) String strategy,
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Stake> stakes) {

    /**
     * The stake of one order.
     *
     * @param orderId order the reservation is for
     * @param marketId market, for its trading state
     * @param side BUY, or SELL of what is held: nothing is held for that, only the trading state has a say; absent: BUY
     * @param stake USD that can be lost, costs included; for a SELL what was paid for what is sold
     */
    public record Stake(
            @NotNull UUID orderId,
            @NotBlank @Size(max = 200) String marketId,
            @Nullable Side side,
            @NotNull @Positive BigDecimal stake) {}
}
