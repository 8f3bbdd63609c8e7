package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.instruments.Side;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A trade that is thought of. {@code POST /api/v1/portfolio/impact}.
 *
 * @param accountId account it would be of
 * @param strategy code of the strategy it would be of; absent: of none. Of a held instrument or a model it says the
 *     symbol too
 * @param symbol instrument; absent when the strategy says it
 * @param side BUY or SELL
 * @param notional size as an amount in the account currency; or lots
 * @param lots size in lots; or notional
 */
public record TradeImpactRequest(
        @NotBlank @AccountId String accountId,
        @StrategyCode @Nullable String strategy,
        @Size(max = 40) @Nullable String symbol,
        @NotNull Side side,
        @Positive @Nullable BigDecimal notional,
        @Positive @Nullable BigDecimal lots) {}
