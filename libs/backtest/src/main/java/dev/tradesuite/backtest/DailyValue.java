package dev.tradesuite.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the portfolio was worth after the cycle of a day.
 *
 * @param day UTC
 * @param cash USD
 * @param positionsValue open positions at the price they could be sold for, USD
 * @param openPositions number of them
 * @param trades purchases and sales of the day
 */
public record DailyValue(LocalDate day, BigDecimal cash, BigDecimal positionsValue, int openPositions, int trades) {

    /** Cash plus positions, USD. */
    public BigDecimal value() {
        return cash.add(positionsValue);
    }
}
