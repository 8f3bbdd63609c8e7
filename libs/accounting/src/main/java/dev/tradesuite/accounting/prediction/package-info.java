/**
 * The books of a portfolio of prediction-market positions: what a buy, a sale, a price and a settlement do to cash and
 * positions, and what is refused.
 *
 * <p>Read {@link dev.tradesuite.accounting.prediction.Portfolio} first. Money is cut in one place only, by
 * {@link dev.tradesuite.accounting.prediction.OutcomeTerms} and {@code Amounts}: 8 decimals, what is paid up, what is
 * received down, what is only told half-even; shares down to a millionth.
 */
@NullMarked
package dev.tradesuite.accounting.prediction;

import org.jspecify.annotations.NullMarked;
