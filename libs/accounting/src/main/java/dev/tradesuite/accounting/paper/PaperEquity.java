package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Equity of a paper account at the end of a bar.
 *
 * @param at end of the bar
 * @param funds cash, starting capital and highest equity, this one included
 * @param unrealizedPnl profit of the open position, 0 without one
 */
public record PaperEquity(Instant at, PaperFunds funds, BigDecimal unrealizedPnl) {

    public PaperEquity {
        unrealizedPnl = Amounts.even(unrealizedPnl);
    }

    /** Cash + profit of the open position. */
    public BigDecimal equity() {
        return Amounts.even(funds.cash().add(unrealizedPnl));
    }

    /** Return since the start of the account in percent, 4 decimals. */
    public BigDecimal returnPercent() {
        return Amounts.percent(equity().subtract(funds.startingCapital()), funds.startingCapital());
    }

    /** Distance from the highest equity in percent of it, 0 or negative, 4 decimals. */
    public BigDecimal drawdownPercent() {
        return Amounts.percent(equity().subtract(funds.peakEquity()), funds.peakEquity());
    }
}
