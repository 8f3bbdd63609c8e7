package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy holds of one instrument in an account.
 *
 * @param strategy its code, or {@link #UNASSIGNED}
 * @param lots negative when short
 * @param value at the mark, in the currency of the account, negative when short; empty when there is no mark because
 *     strategies hold against one another
 */
public record HeldShare(String strategy, String symbol, BigDecimal lots, Optional<BigDecimal> value) {

    /** What no strategy holds. */
    public static final String UNASSIGNED = "unassigned";
}
