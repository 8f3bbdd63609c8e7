/**
 * What can be traded, in which units, and what a position of it is worth in the currency of an account.
 *
 * <p>Plain Java shared by every service that counts in lots or pips. Read {@link dev.tradesuite.instruments.Instrument}
 * first, then {@link dev.tradesuite.instruments.InstrumentCatalog}, which finds one, and
 * {@link dev.tradesuite.instruments.PositionMath}, which turns its figures into account currency.
 * {@link dev.tradesuite.instruments.MarketHours} says when it can be traded.
 */
@NullMarked
package dev.tradesuite.instruments;

import org.jspecify.annotations.NullMarked;
