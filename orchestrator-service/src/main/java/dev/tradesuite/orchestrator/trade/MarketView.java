package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the brain is to decide on.
 *
 * @param timeframe of the candles; absent: the brain's setting
 * @param candles closed candles instead of the stored ones, oldest first; absent: the stored ones
 * @param readings values of indicators by their name on the wire; absent: the computed ones
 * @param votes what indicators of the caller say; absent: nothing
 * @param model name of the model that decides; absent: the brain's setting
 * @param asOf moment in the past to decide for; absent: now
 */
public record MarketView(
        @Nullable Timeframe timeframe,
        @Nullable List<StatedCandle> candles,
        @Nullable Map<String, Double> readings,
        @Nullable List<StatedVote> votes,
        @Nullable String model,
        @Nullable Instant asOf) {

    /** The newest stored candles, read as the brain's settings say. */
    public static final MarketView STORED = new MarketView(null, null, null, null, null, null);

    public MarketView {
        candles = candles == null ? null : List.copyOf(candles);
        readings = readings == null ? null : Map.copyOf(readings);
        votes = votes == null ? null : List.copyOf(votes);
    }

    /**
     * What an indicator of the caller says.
     *
     * @param source name of the indicator
     * @param action buy, sell or hold
     * @param value its reading; absent when it was not stated
     */
    public record StatedVote(String source, SignalAction action, @Nullable Double value) {}

    /**
     * A closed candle.
     *
     * @param openTime start
     * @param open first price
     * @param high highest price
     * @param low lowest price
     * @param close last price
     * @param volume traded; absent when the source has none
     */
    public record StatedCandle(
            Instant openTime,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            @Nullable BigDecimal volume) {}
}
