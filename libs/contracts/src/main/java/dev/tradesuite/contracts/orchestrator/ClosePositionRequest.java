package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.StrategyName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Closes a position, or part of it, at the market. {@code POST /api/v1/orchestrator/positions/{symbol}/close}.
 *
 * @param accountId absent: {@code main}
 * @param currentPrice price now
 * @param lots how much to close; absent: all
 * @param strategy whose holding is to be closed; absent: the position, whoever holds it
 * @param conversionRates prices of currency pairs, by symbol; absent: the newest stored prices
 */
public record ClosePositionRequest(
        @Nullable @AccountId String accountId,
        @NotNull @Positive BigDecimal currentPrice,
        @Nullable @Positive BigDecimal lots,
        @Nullable @Size(max = 64) @StrategyName String strategy,
        @Nullable Map<String, @NotNull @Positive BigDecimal> conversionRates) {}
