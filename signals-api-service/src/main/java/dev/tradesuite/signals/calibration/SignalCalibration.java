package dev.tradesuite.signals.calibration;

import dev.tradesuite.quant.performance.Calibration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How reliable the confidence of a model is.
 *
 * @param first close of the bar of the oldest forecast; absent without one
 * @param last that of the newest
 * @param meanConfidence of the forecasts; 0 without one
 * @param calibration of them
 */
public record SignalCalibration(
        @Nullable Instant first, @Nullable Instant last, double meanConfidence, Calibration calibration) {}
