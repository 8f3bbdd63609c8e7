package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equity of the models' accounts over time. {@code GET /api/models/equity-curves}.
 *
 * @param startDate the window begins after this; absent without any point
 * @param endDate close of the newest bar, which the window ends with
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param curves in the order of the strategies
 * @param reason why there is none
 */
public record EquityCurves(
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        EquityResolution resolution,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        List<ModelCurve> curves,
        @Nullable Reason reason) {

    /** The curve of one model. */
    public record ModelCurve(
            String strategyCode,
            String strategyName,
            @Nullable String modelVersion,
            @Nullable Boolean proxy,
            List<CurvePoint> data,
            CurveSummary summary) {}

    /**
     * A point.
     *
     * @param timestamp close of the bar
     * @param returnPct since the start of the account
     * @param drawdownPct from the highest equity of the account, 0 or negative
     */
    public record CurvePoint(Instant timestamp, BigDecimal equityValue, double returnPct, double drawdownPct) {}

    /**
     * The window.
     *
     * @param startingEquity what the account had when it began
     * @param endingEquity of the last point; absent without a point, as is the return
     */
    public record CurveSummary(
            BigDecimal startingEquity, @Nullable BigDecimal endingEquity, @Nullable Double totalReturnPct) {}
}
