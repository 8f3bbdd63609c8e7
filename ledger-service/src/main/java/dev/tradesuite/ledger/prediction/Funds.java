package dev.tradesuite.ledger.prediction;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * Money of a portfolio, USD.
 *
 * @param initialBalance cash it began with
 * @param cash what is not in positions, never negative
 * @param realisedPnl profit of closed positions after costs
 */
public record Funds(BigDecimal initialBalance, BigDecimal cash, BigDecimal realisedPnl) {

    public Funds {
        if (cash.signum() < 0) {
            throw new IllegalArgumentException("cash must not be negative, was " + cash.toPlainString());
        }
    }

    static Funds of(BigDecimal initialBalance) {
        BigDecimal cash = Amounts.even(initialBalance);
        return new Funds(cash, cash, Amounts.even(BigDecimal.ZERO));
    }

    Funds spent(BigDecimal cost) {
        return new Funds(initialBalance, Amounts.even(cash.subtract(cost)), realisedPnl);
    }

    Funds received(BigDecimal proceeds, BigDecimal profit) {
        return new Funds(initialBalance, Amounts.even(cash.add(proceeds)), Amounts.even(realisedPnl.add(profit)));
    }
}
