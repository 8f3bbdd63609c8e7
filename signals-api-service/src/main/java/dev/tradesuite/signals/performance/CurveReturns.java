package dev.tradesuite.signals.performance;

import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.PerformanceSummary;

/**
 * Equity of an account over a period with how its returns are taken.
 *
 * @param curve from the start of the period on
 * @param sampling length of returns and how they are made yearly
 */
record CurveReturns(EquityCurve curve, PerformanceSummary.Sampling sampling) {}
