package dev.tradesuite.instruments;

import java.math.BigDecimal;

/**
 * A distance between two prices in pips of an instrument, never negative.
 *
 * <p>Trailing zeros are dropped, so 50 and 50.0 are equal. How large a pip is, the {@link Instrument} says.
 *
 * @param value number of pips, fractions allowed
 */
public record Pips(BigDecimal value) implements Comparable<Pips> {

    public Pips {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("pips must not be negative, was " + value.toPlainString());
        }
        value = Amounts.stripped(value);
    }

    /** Reads a number of pips such as {@code 12.5}. */
    public static Pips of(String value) {
        return new Pips(new BigDecimal(value));
    }

    /** A whole number of pips. */
    public static Pips of(long value) {
        return new Pips(BigDecimal.valueOf(value));
    }

    /** Says whether the two prices are the same. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isLessThan(Pips other) {
        return compareTo(other) < 0;
    }

    public boolean isMoreThan(Pips other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Pips other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal without an exponent. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
