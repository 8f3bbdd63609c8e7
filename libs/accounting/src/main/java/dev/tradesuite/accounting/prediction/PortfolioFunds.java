package dev.tradesuite.accounting.prediction;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * Money of a portfolio, USD.
 *
 * @param initialBalance cash it began with
 * @param cash what is not in positions, never negative
 * @param realisedPnl profit of closed positions after costs
 */
public record PortfolioFunds(BigDecimal initialBalance, BigDecimal cash, BigDecimal realisedPnl) {

    public PortfolioFunds {
        if (cash.signum() < 0) {
            throw new IllegalArgumentException("cash must not be negative, was " + cash.toPlainString());
        }
    }

    /** Funds of a portfolio that has traded nothing yet. */
    public static PortfolioFunds of(BigDecimal initialBalance) {
        BigDecimal cash = Amounts.even(initialBalance);
        return new PortfolioFunds(cash, cash, Amounts.even(BigDecimal.ZERO));
    }

    PortfolioFunds spent(BigDecimal cost) {
        return new PortfolioFunds(initialBalance, Amounts.even(cash.subtract(cost)), realisedPnl);
    }

    PortfolioFunds received(BigDecimal proceeds, BigDecimal profit) {
        return new PortfolioFunds(
                initialBalance, Amounts.even(cash.add(proceeds)), Amounts.even(realisedPnl.add(profit)));
    }
}
