/**
 * What a portfolio can lose: {@link dev.tradesuite.quant.risk.ValueAtRisk} by five methods,
 * {@link dev.tradesuite.quant.risk.RiskContributions} who is to blame for it,
 * {@link dev.tradesuite.quant.risk.DrawdownRisk} how deep it fell, {@link dev.tradesuite.quant.risk.HistoricalStress}
 * and {@link dev.tradesuite.quant.risk.FactorStress} what if.
 *
 * <p>Losses are positive fractions of the capital; a negative one is a gain. A figure that cannot be computed is absent
 * with its reason, bad input is a {@link dev.tradesuite.quant.QuantException}.
 */
@NullMarked
package dev.tradesuite.quant.risk;

import org.jspecify.annotations.NullMarked;
