package dev.tradesuite.contracts.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account went beyond a limit, or has come back. Events {@code portfolio.limit_breached} and
 * {@code portfolio.limit_kept} on {@code portfolio.events}, keyed by account.
 *
 * @param accountId account
 * @param limit which
 * @param breached whether it is beyond now
 * @param measured what was measured; absent when it applies no more
 * @param allowed at most this
 * @param subject strategy that is meant; absent when it is the account
 * @param at when
 */
public record PortfolioLimitChanged(
        String accountId,
        PortfolioLimit limit,
        boolean breached,
        @Nullable Double measured,
        double allowed,
        @Nullable String subject,
        Instant at) {}
