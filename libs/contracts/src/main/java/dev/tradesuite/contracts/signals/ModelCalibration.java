package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the confidence of a model means what it says. {@code GET /api/models/calibration}.
 *
 * <p>A forecast is a signal to buy or sell with its confidence; it came true when the price, 24 bars later, had moved
 * that way by more than entering and leaving costs.
 *
 * @param startDate close of the bar of the oldest forecast; absent without one
 * @param endDate close of the bar of the newest forecast whose outcome is known
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param modelVersion the newest; absent when it has no signal
 * @param horizonBars bars after which the outcome is looked at
 * @param n forecasts whose outcome is known
 * @param brierScore mean of (confidence - outcome) squared; smaller is better
 * @param brierOfBaseRate score of who always says the hit rate; a forecast worth having has less
 * @param hitRate share that came true, 0 to 1
 * @param meanConfidence mean of the forecasts, 0 to 1
 * @param bins of equal width that have forecasts, the least confident first
 * @param unavailable figures that cannot be computed
 * @param reason why there is none
 */
public record ModelCalibration(
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        String strategyCode,
        String strategyName,
        @Nullable String modelVersion,
        @Nullable Boolean proxy,
        int horizonBars,
        int n,
        @Nullable Double brierScore,
        @Nullable Double brierOfBaseRate,
        @Nullable Double hitRate,
        @Nullable Double meanConfidence,
        List<CalibrationBin> bins,
        List<UnavailableField> unavailable,
        @Nullable Reason reason) {

    /**
     * Forecasts of about the same confidence.
     *
     * @param from included
     * @param to left out but for the last bin
     * @param count forecasts in it, at least 1
     * @param meanConfidence of these
     * @param hitRate share of these that came true
     */
    public record CalibrationBin(double from, double to, int count, double meanConfidence, double hitRate) {}
}
