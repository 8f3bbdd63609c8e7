package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What something was worth at the end of a UTC day.
 *
 * @param equity in its own currency
 * @param contributed everything paid in so far less everything paid out: what of the equity was not earned; 0 where
 *     nothing is ever paid
 * @param label of the day that ends here
 */
public record DayEquity(LocalDate day, BigDecimal equity, BigDecimal contributed, RunLabel label) {}
