package dev.tradesuite.sizing.position;

import java.math.BigDecimal;

/**
 * How much margin a trade may take.
 *
 * @param limitPercent margin limit of the account, in percent of equity, above 0 and at most 100
 * @param used margin of its positions, in the account currency
 * @param reserved margin held for its orders on their way, in the account currency
 */
public record MarginRoom(BigDecimal limitPercent, BigDecimal used, BigDecimal reserved) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public MarginRoom {
        if (limitPercent.signum() <= 0
                || limitPercent.compareTo(HUNDRED) > 0
                || used.signum() < 0
                || reserved.signum() < 0) {
            throw new IllegalArgumentException(
                    "a limit must be above 0 and at most 100 percent and margin not negative, was %s, %s and %s"
                            .formatted(limitPercent.toPlainString(), used.toPlainString(), reserved.toPlainString()));
        }
    }

    /** What the limit leaves of an equity; 0 when nothing is left. */
    BigDecimal of(BigDecimal equity) {
        return limitPercent
                .multiply(equity)
                .movePointLeft(2)
                .subtract(used)
                .subtract(reserved)
                .max(BigDecimal.ZERO);
    }
}
