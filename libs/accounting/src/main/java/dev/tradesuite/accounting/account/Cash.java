package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * What moved the cash of an account since it was opened.
 *
 * @param realisedPnl profit of closed lots
 * @param commissionPaid commission of fills
 * @param netCashFlow deposits, dividends and interest less withdrawals and fees; no profit
 */
public record Cash(BigDecimal realisedPnl, BigDecimal commissionPaid, BigDecimal netCashFlow) {

    /** Nothing has moved it. */
    public static final Cash UNMOVED =
            new Cash(Amounts.even(BigDecimal.ZERO), Amounts.even(BigDecimal.ZERO), Amounts.even(BigDecimal.ZERO));

    Cash traded(BigDecimal profit, BigDecimal commission) {
        return new Cash(realisedPnl.add(profit), commissionPaid.add(commission), netCashFlow);
    }

    Cash moved(BigDecimal change) {
        return new Cash(realisedPnl, commissionPaid, netCashFlow.add(change));
    }

    /** All of it: flows + profit - commission. */
    BigDecimal change() {
        return netCashFlow.add(realisedPnl).subtract(commissionPaid);
    }
}
