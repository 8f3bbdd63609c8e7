package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Scales and roundings of amounts of money and of rates, so that every service cuts the same digits the same way.
 *
 * <p>Amounts have {@value #SCALE} decimals: enough for accounts in crypto currency, and the sum of many rounded amounts
 * stays right to the cent.
 */
public final class Amounts {

    /** Decimals of an amount of money. */
    public static final int SCALE = 8;

    /** Significant digits of a figure that is stated, not reckoned with: a rate or a pip value. */
    public static final MathContext STATED = new MathContext(12, RoundingMode.HALF_EVEN);

    private static final int CENTS = 2;

    private Amounts() {}

    /** Rounds in favour of caution what is taken: losses, margin, costs. */
    public static BigDecimal up(BigDecimal amount) {
        return shown(amount.setScale(SCALE, RoundingMode.CEILING));
    }

    /** Rounds in favour of caution what may be spent: the amount at risk. */
    public static BigDecimal down(BigDecimal amount) {
        return shown(amount.setScale(SCALE, RoundingMode.FLOOR));
    }

    /** Rounds without a bias what is only told: the value of a position, a profit. */
    public static BigDecimal even(BigDecimal amount) {
        return shown(amount.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    /** Divides and rounds as an amount; the one way a fraction of money is cut. */
    public static BigDecimal divided(BigDecimal dividend, BigDecimal divisor, RoundingMode rounding) {
        return shown(dividend.divide(divisor, SCALE, rounding));
    }

    /** The part as a percentage of the whole, with 4 decimals, half-even. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return shown(part.movePointRight(2).divide(whole, 4, RoundingMode.HALF_EVEN));
    }

    /** Drops the trailing zeros behind the point; 100 stays 100 and never becomes 1E+2. */
    public static BigDecimal stripped(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same amount with cents and no further trailing zeros, such as 200.00 or 6.66666667. */
    private static BigDecimal shown(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < CENTS ? stripped.setScale(CENTS) : stripped;
    }
}
