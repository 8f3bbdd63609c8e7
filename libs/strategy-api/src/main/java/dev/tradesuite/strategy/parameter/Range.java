package dev.tradesuite.strategy.parameter;

import java.math.BigDecimal;

/**
 * The values a parameter may have, both ends included.
 *
 * @param least smallest
 * @param most largest
 */
public record Range(BigDecimal least, BigDecimal most) {

    public Range {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s is above %s".formatted(least, most));
        }
    }

    /** The range between two numbers as they are written in decimals. */
    public static Range of(String least, String most) {
        return new Range(new BigDecimal(least), new BigDecimal(most));
    }

    /** Whether the value lies in it. */
    public boolean holds(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /** In words, such as {@code 0 to 1}. */
    public String inWords() {
        return "%s to %s".formatted(least.toPlainString(), most.toPlainString());
    }
}
