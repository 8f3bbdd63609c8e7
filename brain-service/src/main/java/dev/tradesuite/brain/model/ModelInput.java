package dev.tradesuite.brain.model;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.CandleFingerprint;
import dev.tradesuite.brain.indicator.Readings;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a model is shown.
 *
 * @param candles closed candles, oldest first; empty when readings stand alone
 * @param fingerprint of these candles
 * @param readings readings that are known already; each counts instead of the computed one of its name
 * @param votes what indicators of the caller say; each counts instead of the model's own of its name
 * @param price price now as the caller states it; absent: the last close
 * @param lastClose close of the newest candle that is known, also when the candles are too few to be shown
 */
public record ModelInput(
        CandleSeries candles,
        CandleFingerprint fingerprint,
        Readings readings,
        List<Vote> votes,
        OptionalDouble price,
        OptionalDouble lastClose) {

    public ModelInput {
        votes = List.copyOf(votes);
    }

    /** Candles with what the caller adds to them. */
    public static ModelInput of(CandleSeries candles, Readings readings, List<Vote> votes, OptionalDouble price) {
        return new ModelInput(candles, CandleFingerprint.of(candles), readings, votes, price, lastCloseOf(candles));
    }

    /** The caller's readings and votes alone; candles that do not suffice still tell the last close. */
    public static ModelInput withoutCandles(
            CandleSeries insufficient, Readings readings, List<Vote> votes, OptionalDouble price) {
        CandleSeries none = CandleSeries.empty(insufficient.symbol(), insufficient.timeframe());
        return new ModelInput(none, CandleFingerprint.of(none), readings, votes, price, lastCloseOf(insufficient));
    }

    private static OptionalDouble lastCloseOf(CandleSeries candles) {
        return candles.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(candles.close(candles.size() - 1));
    }
}
