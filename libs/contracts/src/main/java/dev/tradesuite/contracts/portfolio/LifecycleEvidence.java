package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found.
 *
 * @param gate what had to be shown
 * @param measured as it was measured; absent when it cannot be, or is no number
 * @param required what is asked for, least or most; absent when it is no number
 * @param passed whether it suffices
 * @param reason why, with the figures
 * @param chance of the Sharpe ratio on paper: how likely a difference like that from the backtest is by chance alone, 0
 *     to 1; absent otherwise
 */
public record LifecycleEvidence(
        LifecycleGate gate,
        @Nullable Double measured,
        @Nullable Double required,
        boolean passed,
        Reason reason,
        @Nullable Double chance) {}
