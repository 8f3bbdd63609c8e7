package dev.tradesuite.brain.model.votes;

import dev.tradesuite.quant.swing.FibonacciRetracement;
import dev.tradesuite.support.Sha256;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the weighted votes, {@code suite.brain.models.votes}.
 *
 * @param buyThreshold score from which on the signal is BUY
 * @param sellThreshold score down to which the signal is SELL
 * @param weights weight of every source
 * @param rsi limits of the RSI
 * @param minAdx ADX from which on a market trends
 * @param macdFullGapAtr gap between MACD and signal line of full confidence, in average true ranges
 * @param emaFullGapAtr gap between the moving averages of full confidence, in average true ranges
 * @param fibonacci how retracements are read
 * @param maxPriceGapAtr farthest the price of a request may lie from the last close to be compared with readings, in
 *     average true ranges
 * @param maxFlatShare share of the newest 14 candles that may be without range before the market counts as flat
 */
public record VotesSettings(
        @DefaultValue("0.4") @Positive @DecimalMax("1") double buyThreshold,
        @DefaultValue("-0.4") @DecimalMin("-1") @DecimalMax(value = "0", inclusive = false) double sellThreshold,
        @Valid @DefaultValue Weights weights,
        @Valid @DefaultValue Rsi rsi,
        @DefaultValue("25") @DecimalMin("0") @DecimalMax("100") double minAdx,
        @DefaultValue("0.25") @Positive double macdFullGapAtr,
        @DefaultValue("1") @Positive double emaFullGapAtr,
        @Valid @DefaultValue Fibonacci fibonacci,
        @DefaultValue("20") @Positive double maxPriceGapAtr,
        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1") double maxFlatShare) {

    /** Eight hexadecimal digits that change with any setting. */
    String id() {
        return Sha256.hex(toString()).substring(0, 8);
    }

    /** Weight of every source; 0 silences it. */
    public record Weights(
            @DefaultValue("1") @PositiveOrZero double rsi,
            @DefaultValue("1") @PositiveOrZero double macd,
            @DefaultValue("1.5") @PositiveOrZero double emaTrend,
            @DefaultValue("1") @PositiveOrZero double bollinger,
            @DefaultValue("1.5") @PositiveOrZero double adx,
            @DefaultValue("1") @PositiveOrZero double fibonacci) {

        /** Without any weight there is no score. */
        @AssertTrue(message = "at least one weight must be above 0")
        public boolean isAnyAboveZero() {
            return rsi + macd + emaTrend + bollinger + adx + fibonacci > 0;
        }

        double of(VoteSource source) {
            return switch (source) {
                case RSI -> rsi;
                case MACD -> macd;
                case EMA_TREND -> emaTrend;
                case BOLLINGER -> bollinger;
                case ADX -> adx;
                case FIBONACCI -> fibonacci;
            };
        }
    }

    /**
     * Limits of the RSI.
     *
     * @param oversold from which down a fall counts as exhausted
     * @param overbought from which up a rise counts as exhausted
     * @param trendShift points by which a trend moves the limit of its pullbacks
     */
    public record Rsi(
            @DefaultValue("30") @Positive @DecimalMax(value = "50", inclusive = false) double oversold,
            @DefaultValue("70")
                    @DecimalMin(value = "50", inclusive = false)
                    @DecimalMax(value = "100", inclusive = false)
                    double overbought,
            @DefaultValue("10") @PositiveOrZero @DecimalMax(value = "20", inclusive = false) double trendShift) {}

    /**
     * How retracements are read.
     *
     * @param pivotStrength candles on each side of a pivot
     * @param minSwingAtr smallest swing in average true ranges
     * @param toleranceAtr largest distance between a pullback and a level, in average true ranges
     * @param confirmWithin candles after the deepest price in which a close may confirm the turn
     */
    public record Fibonacci(
            @DefaultValue("3") @Min(1) @Max(50) int pivotStrength,
            @DefaultValue("5") @Positive double minSwingAtr,
            @DefaultValue("0.2") @PositiveOrZero double toleranceAtr,
            @DefaultValue("3") @Min(0) @Max(50) int confirmWithin) {

        /** The rules that read a retracement. */
        public FibonacciRetracement rules() {
            return new FibonacciRetracement(pivotStrength, minSwingAtr, toleranceAtr, confirmWithin);
        }
    }
}
