package dev.tradesuite.accounting.prediction;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * Money of a portfolio, USD.
 *
 * @param initialBalance cash it began with
 * @param netCashFlow moved in from an account since, less what was moved out
 * @param cash what is not in positions, never negative
 * @param realisedPnl profit of closed positions after costs
 */
public record PortfolioFunds(
        BigDecimal initialBalance, BigDecimal netCashFlow, BigDecimal cash, BigDecimal realisedPnl) {

    public PortfolioFunds {
        if (cash.signum() < 0) {
            throw new IllegalArgumentException("cash must not be negative, was " + cash.toPlainString());
        }
    }

    /** Funds of a portfolio that has traded nothing yet. */
    public static PortfolioFunds of(BigDecimal initialBalance) {
        BigDecimal cash = Amounts.even(initialBalance);
        BigDecimal nothing = Amounts.even(BigDecimal.ZERO);
        return new PortfolioFunds(cash, nothing, cash, nothing);
    }

    PortfolioFunds spent(BigDecimal cost) {
        return new PortfolioFunds(initialBalance, netCashFlow, Amounts.even(cash.subtract(cost)), realisedPnl);
    }

    PortfolioFunds received(BigDecimal proceeds, BigDecimal profit) {
        return new PortfolioFunds(
                initialBalance, netCashFlow, Amounts.even(cash.add(proceeds)), Amounts.even(realisedPnl.add(profit)));
    }

    PortfolioFunds moved(BigDecimal amount) {
        return new PortfolioFunds(
                initialBalance, Amounts.even(netCashFlow.add(amount)), Amounts.even(cash.add(amount)), realisedPnl);
    }
}
