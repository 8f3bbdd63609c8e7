/**
 * How much of each asset to hold: {@link dev.tradesuite.quant.optimiser.MeanVariance} answers from expected returns and
 * a covariance, within {@link dev.tradesuite.quant.optimiser.Constraints}, with an
 * {@link dev.tradesuite.quant.optimiser.Allocation}.
 *
 * <p>Bounds live in the solver; nothing is clipped and scaled afterwards. Every allocation carries a
 * {@link dev.tradesuite.quant.optimiser.Certificate} of what it keeps and how far it is from the best at most; an
 * answer that cannot be proven is a {@link dev.tradesuite.quant.QuantException}, as is a wish that cannot be met.
 */
@NullMarked
package dev.tradesuite.quant.optimiser;

import org.jspecify.annotations.NullMarked;
