package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.ledger.AccountId;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Protect an open position. {@code PUT /api/v1/orchestrator/positions/{symbol}/protection}; it replaces what protected
 * the position until now, and without a stop, a target or a distance nothing does any more.
 *
 * @param accountId account; absent: the setting's
 * @param stopLossPrice where the loss ends
 * @param takeProfitPrice where the profit is taken
 * @param trailingStopPips distance at which the stop follows the price; without a stop it begins at that distance
 * @param currentPrice price now; absent: the newest that is known
 */
public record ProtectPositionRequest(
        @Nullable @AccountId String accountId,
        @Nullable @Positive BigDecimal stopLossPrice,
        @Nullable @Positive BigDecimal takeProfitPrice,
        @Nullable @Positive BigDecimal trailingStopPips,
        @Nullable @Positive BigDecimal currentPrice) {}
