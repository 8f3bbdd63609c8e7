package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Buy, sell or hold?
 *
 * @param model who is asked
 * @param symbol instrument of the catalogue
 * @param timeframe candles to read
 * @param price price now; absent: the last close
 * @param asOf decide as if it were this moment; absent: now
 * @param candles closed candles to read instead of the stored ones; empty: none were sent
 * @param readings readings that are known already; each counts instead of the computed one of its name
 * @param votes what indicators of the caller say; each counts instead of the model's own of its name
 */
public record SignalQuestion(
        TradingModel model,
        String symbol,
        Timeframe timeframe,
        OptionalDouble price,
        Optional<Instant> asOf,
        CandleSeries candles,
        Readings readings,
        List<Vote> votes) {

    public SignalQuestion {
        votes = List.copyOf(votes);
    }

    /** What it asks about. */
    SeriesKey series() {
        return new SeriesKey(symbol, timeframe);
    }

    /** Candles to read, of the most that the settings allow: more when the model needs more. */
    int candlesToRead(int usual) {
        return Math.max(usual, model.lookBack());
    }

    /** Whether the caller says anything that can stand without candles. */
    boolean hasReadingsOrVotes() {
        return !(readings.isEmpty() && votes.isEmpty());
    }

    /** The question with nothing but stored candles to answer it. */
    public static SignalQuestion onStoredCandles(
            TradingModel model, String symbol, Timeframe timeframe, Optional<Instant> asOf) {
        return new SignalQuestion(
                model,
                symbol,
                timeframe,
                OptionalDouble.empty(),
                asOf,
                CandleSeries.empty(symbol, timeframe),
                Readings.NONE,
                List.of());
    }
}
