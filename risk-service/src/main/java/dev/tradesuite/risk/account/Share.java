package dev.tradesuite.risk.account;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, compared with limits in percent without rounding.
 *
 * <p>Comparing part x 100 with limit x whole instead of a quotient keeps the answer exact, and equal to the one the
 * database gives for the same rule.
 *
 * @param part 0 or more
 * @param whole above 0
 */
public record Share(BigDecimal part, BigDecimal whole) {

    private static final BigDecimal NEAR = new BigDecimal("0.70");
    private static final int SHOWN_DECIMALS = 4;

    public Share {
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("whole must be above 0, was " + whole.toPlainString());
        }
        part = part.max(BigDecimal.ZERO);
    }

    /** Says whether the part is more than this many percent of the whole. */
    public boolean exceeds(BigDecimal limitPercent) {
        return part.movePointRight(2).compareTo(limitPercent.multiply(whole)) > 0;
    }

    /** Says whether the part is at least 70 % of the limit. */
    public boolean isNear(BigDecimal limitPercent) {
        return isNear(part.movePointRight(2), limitPercent.multiply(whole));
    }

    /** The part in percent of the whole, 4 decimals, rounded up so that it never understates. */
    public BigDecimal percent() {
        return Amounts.stripped(part.movePointRight(2).divide(whole, SHOWN_DECIMALS, RoundingMode.CEILING));
    }

    /** Says whether a value is at least 70 % of its limit. */
    public static boolean isNear(BigDecimal value, BigDecimal limit) {
        return value.compareTo(limit.multiply(NEAR)) >= 0;
    }
}
