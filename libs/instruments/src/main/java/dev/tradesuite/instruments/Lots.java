package dev.tradesuite.instruments;

import java.math.BigDecimal;

/**
 * A volume in lots, never negative.
 *
 * <p>Trailing zeros are dropped, so 0.4 and 0.40 are equal.
 *
 * @param value number of lots
 */
public record Lots(BigDecimal value) implements Comparable<Lots> {

    public static final Lots ZERO = new Lots(BigDecimal.ZERO);

    public Lots {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("lots must not be negative, was " + value.toPlainString());
        }
        value = Amounts.stripped(value);
    }

    /** Reads a number of lots such as {@code 0.40}. */
    public static Lots of(String value) {
        return new Lots(new BigDecimal(value));
    }

    /** Rounds down to whole lot steps, so rounding never adds risk. */
    public Lots roundedDownTo(BigDecimal lotStep) {
        return new Lots(value.divideToIntegralValue(lotStep).multiply(lotStep));
    }

    /** Says whether the volume is a whole number of lot steps. */
    public boolean isMultipleOf(BigDecimal lotStep) {
        return value.remainder(lotStep).signum() == 0;
    }

    /** Says whether there is nothing to trade. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    /** The smaller of the two. */
    public Lots min(Lots other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isLessThan(Lots other) {
        return compareTo(other) < 0;
    }

    public boolean isMoreThan(Lots other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Lots other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal without an exponent. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
