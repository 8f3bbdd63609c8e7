package dev.tradesuite.contracts.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices of outcomes a portfolio holds, and what resolved markets pay. {@code POST /portfolios/{id}/prices}. Older
 * prices than those known change nothing; a market that is resolved settles its position.
 *
 * @param cycleId cycle, which has begun
 * @param fence of the run
 * @param prices at most one for each market held
 */
public record MarkPricesRequest(
        @NotNull UUID cycleId,
        @PositiveOrZero long fence,
        @NotNull @Size(max = 1000) List<@NotNull @Valid Price> prices) {

    /**
     * What is known of a market.
     *
     * @param marketId market at its venue
     * @param outcome outcome held
     * @param bid what a share could be sold for; absent when nobody bids, which leaves the mark as it is
     * @param at when that was true
     * @param payout what a share of the outcome pays, 0 to 1, once the venue has resolved the market; absent before
     */
    public record Price(
            @NotBlank String marketId,
            @NotBlank String outcome,
            @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal bid,
            @NotNull Instant at,
            @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal payout) {}
}
