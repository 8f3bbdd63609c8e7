package dev.tradesuite.brain.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures as they stand in reasons, the same in every locale. */
public final class Figures {

    private Figures() {}

    /** One digit after the point. */
    public static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Two digits after the point. */
    public static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** With its sign, such as {@code +0.412}. */
    public static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }

    /** A price or a price difference with its significant digits, such as {@code 1.08354} or {@code 0.000213}. */
    public static String price(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
