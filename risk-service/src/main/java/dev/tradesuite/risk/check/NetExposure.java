package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskLevel;
import java.math.BigDecimal;

/**
 * What is held in one currency, in the account currency.
 *
 * @param currency which
 * @param booked net value of positions; above zero for long, below for short
 * @param widest the most it can become with orders on their way, without sign
 * @param reading widest in percent of equity, beside the limit; unmeasured when equity cannot be used
 * @param level how near the limit is
 */
public record NetExposure(String currency, BigDecimal booked, BigDecimal widest, Reading reading, RiskLevel level) {}
