package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/** Size of an order: lots of an instrument, or an amount of money. What is filled of it is counted in the same unit. */
public sealed interface OrderSize {

    /** The number, whatever it counts; above 0. */
    BigDecimal value();

    /** A volume. */
    record Volume(BigDecimal value) implements OrderSize {

        public Volume {
            value = positive(value);
        }

        @Override
        public String toString() {
            return value.toPlainString() + " lots";
        }
    }

    /** An amount in the account currency. */
    record Notional(BigDecimal value) implements OrderSize {

        public Notional {
            value = positive(value);
        }

        @Override
        public String toString() {
            return value.toPlainString() + " in money";
        }
    }

    /** Trailing zeros are dropped, so that 0.4 and 0.40 are equal. */
    private static BigDecimal positive(BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a size must be above 0, was " + value.toPlainString());
        }
        return Amounts.stripped(value);
    }
}
