package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What something was worth at the end of an hour.
 *
 * @param end full hour, UTC
 * @param equity in its own currency
 * @param contributed all that was ever paid in until then, less what was paid out
 * @param label of the hour that ends here
 */
public record HourEquity(Instant end, BigDecimal equity, BigDecimal contributed, RunLabel label) {

    /** Of something that nobody pays into. */
    public static HourEquity of(Instant end, BigDecimal equity, RunLabel label) {
        return new HourEquity(end, equity, BigDecimal.ZERO, label);
    }
}
