package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * Share of the equity that may be lost at the stop.
 *
 * @param value in percent, 0.1 to 10
 */
public record RiskPercent(BigDecimal value) {

    private static final BigDecimal LOWEST = new BigDecimal("0.1");
    private static final BigDecimal HIGHEST = BigDecimal.TEN;

    public RiskPercent {
        if (value.compareTo(LOWEST) < 0 || value.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("risk percent must be 0.1 to 10, was " + value.toPlainString());
        }
        value = Amounts.stripped(value);
    }

    /** The share as a fraction: 2 % is 0.02. */
    BigDecimal fraction() {
        return value.movePointLeft(2);
    }
}
