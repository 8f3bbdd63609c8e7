package dev.tradesuite.ledger.performance;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What books were worth at a moment: the last of a stretch of time.
 *
 * @param at the moment
 * @param label what its trades are
 * @param balance cash
 * @param netCashFlow cash paid in less cash paid out so far
 * @param floatingPnl equity less balance
 * @param growth what one unit of money became since the books were opened, cash flows taken out; absent after equity
 *     has fallen to zero or below
 * @param peakGrowth the highest growth of all stretches up to here; absent without any
 */
public record WorthPoint(
        Instant at,
        RunLabel label,
        BigDecimal balance,
        BigDecimal netCashFlow,
        BigDecimal floatingPnl,
        @Nullable Double growth,
        @Nullable Double peakGrowth) {

    /** balance + floatingPnl. */
    public BigDecimal equity() {
        return balance.add(floatingPnl);
    }
}
