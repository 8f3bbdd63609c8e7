package dev.tradesuite.signals.report.web;

import dev.tradesuite.contracts.signals.ModelCalibration;
import dev.tradesuite.contracts.signals.PerformanceComparison.StrategyPerformance;
import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.quant.performance.EquityCurve;
import java.util.Optional;

/**
 * What a report tells.
 *
 * @param details of the period
 * @param compared the model's line of the comparison; empty without an account
 * @param calibration of all its signals
 * @param curve its equity over the period; empty without a point
 */
record ReportContent(
        PerformanceDetails details,
        Optional<StrategyPerformance> compared,
        ModelCalibration calibration,
        Optional<EquityCurve> curve) {}
