package dev.tradesuite.strategy.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a market that is held.
 *
 * @param marketId market
 * @param outcome outcome held
 * @param bid what a share can be sold for; absent when nobody bids
 * @param at when that was true
 * @param payout what a share of it pays; absent until the market is resolved
 */
public record HeldPrice(
        String marketId, String outcome, @Nullable BigDecimal bid, Instant at, @Nullable BigDecimal payout) {}
