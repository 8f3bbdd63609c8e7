package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy holds of an account in an instrument. {@code GET /api/v1/accounts/{id}/holdings}. For every symbol
 * the lots of all holders add up to the account's position.
 *
 * @param accountId account
 * @param strategy its code; {@code unassigned} for what no strategy holds
 * @param symbol instrument
 * @param lots above 0 when bought, below 0 when sold, 0 when closed
 * @param averagePrice mean price of the open lots; absent without lots
 * @param value of the lots in the account currency at the mark, below 0 when sold; absent when the account has no
 *     position in the instrument because its holders hold against one another
 * @param realisedPnl profit of the lots it has closed, in the account currency, commission not counted
 * @param unrealisedPnl open profit in the account currency; absent as the value is
 * @param markPrice what it is valued at, the mark of the account's position; absent as the value is
 * @param markedAt when that price was true; absent as the value is
 */
public record StrategyHolding(
        String accountId,
        String strategy,
        String symbol,
        BigDecimal lots,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal value,
        BigDecimal realisedPnl,
        @Nullable BigDecimal unrealisedPnl,
        @Nullable BigDecimal markPrice,
        @Nullable Instant markedAt) {

    /** Holder of what no strategy holds. */
    public static final String UNASSIGNED = "unassigned";
}
