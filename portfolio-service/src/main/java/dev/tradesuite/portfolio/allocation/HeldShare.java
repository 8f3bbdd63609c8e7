package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a strategy holds of one instrument in an account.
 *
 * @param strategy its code, or {@link #UNASSIGNED}
 * @param lots negative when short
 * @param value at the mark, in the currency of the account; negative when short
 * @param realised profit of what it closed
 * @param unrealised profit of what it holds, at the mark
 * @param markedAt when the price was true
 */
public record HeldShare(
        String strategy,
        String symbol,
        BigDecimal lots,
        BigDecimal value,
        BigDecimal realised,
        BigDecimal unrealised,
        Instant markedAt) {

    /** What no strategy holds. */
    public static final String UNASSIGNED = "unassigned";
}
