/**
 * What returns are expected to be and how they move together: {@link dev.tradesuite.quant.moment.PriceTable} or
 * {@link dev.tradesuite.quant.moment.ReturnTable} go in, {@link dev.tradesuite.quant.moment.ExpectedReturns} and a
 * covariance matrix come out, both for a year.
 *
 * <p>Assets keep the order of the table, and it changes nothing but the order of the results. A year has as many
 * periods as the caller says (252 trading days, 365 days of a market that never closes). Names and definitions are
 * those of PyPortfolioOpt where it has one; where data is missing, the pages of each estimate say what counts. Bad
 * input is a {@link dev.tradesuite.quant.QuantException}.
 */
@NullMarked
package dev.tradesuite.quant.moment;

import org.jspecify.annotations.NullMarked;
