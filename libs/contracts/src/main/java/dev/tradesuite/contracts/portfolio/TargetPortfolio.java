package dev.tradesuite.contracts.portfolio;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is to hold, by strategy. {@code GET /api/v1/portfolio/target}.
 *
 * @param accountId account
 * @param version 1, and one more with every change
 * @param weights by code of strategy, fractions of the value of the account; those that are 0 are left out
 * @param unallocated what the weights leave as cash, as a fraction
 * @param origin where they come from
 * @param requestId of the answer of the optimiser they come from; absent for any other origin
 * @param person who, or what
 * @param reason why
 * @param at when
 */
public record TargetPortfolio(
        String accountId,
        long version,
        Map<String, Double> weights,
        double unallocated,
        TargetOrigin origin,
        @Nullable UUID requestId,
        String person,
        String reason,
        Instant at) {}
