package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * Money of a paper account, with the decimals of {@link Amounts}.
 *
 * @param startingCapital what it began with, above 0
 * @param cash starting capital plus the results of closed trades less the fee of an open one
 * @param peakEquity highest equity so far, the start included
 */
public record PaperFunds(BigDecimal startingCapital, BigDecimal cash, BigDecimal peakEquity) {

    public PaperFunds {
        if (startingCapital.signum() <= 0) {
            throw new IllegalArgumentException(
                    "the starting capital must be above 0, was " + startingCapital.toPlainString());
        }
        startingCapital = Amounts.even(startingCapital);
        cash = Amounts.even(cash);
        peakEquity = Amounts.even(peakEquity);
    }
}
