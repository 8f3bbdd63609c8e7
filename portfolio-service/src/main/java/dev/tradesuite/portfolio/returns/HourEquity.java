package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What something that nobody pays into was worth at the end of an hour.
 *
 * @param end full hour, UTC
 * @param equity in its own currency
 * @param label of the hour that ends here
 */
public record HourEquity(Instant end, BigDecimal equity, RunLabel label) {}
