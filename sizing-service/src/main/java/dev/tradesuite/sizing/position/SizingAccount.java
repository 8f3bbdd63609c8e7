package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * The account that carries the risk.
 *
 * @param equity cash and open profit, above 0
 * @param currency currency of the equity and of every amount in the answer
 */
public record SizingAccount(BigDecimal equity, String currency) {

    public SizingAccount {
        if (equity.signum() <= 0) {
            throw new IllegalArgumentException("equity must be above 0, was " + equity.toPlainString());
        }
    }

    /** A part of the equity, rounded down, so that it is never more than was asked. */
    BigDecimal share(BigDecimal fraction) {
        return Amounts.down(equity.multiply(fraction));
    }

    /** An amount with its currency, for a sentence. */
    String inWords(BigDecimal amount) {
        return amount.toPlainString() + " " + currency;
    }
}
