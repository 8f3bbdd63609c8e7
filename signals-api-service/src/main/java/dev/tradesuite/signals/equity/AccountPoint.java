package dev.tradesuite.signals.equity;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an account was worth.
 *
 * @param at close of the bar
 * @param equity US dollars
 * @param returnPercent since the start of the account
 * @param drawdownPercent from its highest equity, 0 or negative
 */
public record AccountPoint(Instant at, BigDecimal equity, double returnPercent, double drawdownPercent) {}
