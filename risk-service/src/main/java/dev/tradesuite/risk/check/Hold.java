package dev.tradesuite.risk.check;

import java.math.BigDecimal;

/**
 * What must be held for an allowed trade until the books show it.
 *
 * @param loss new loss at the stop, in the account currency
 * @param margin new margin
 * @param notional new value
 * @param reduces whether the trade only reduces what is held; the others are zero then, but where it takes the account
 *     through zero
 */
public record Hold(BigDecimal loss, BigDecimal margin, BigDecimal notional, boolean reduces) {}
