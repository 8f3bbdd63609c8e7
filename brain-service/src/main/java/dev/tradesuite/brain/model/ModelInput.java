package dev.tradesuite.brain.model;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.CandleFingerprint;
import dev.tradesuite.brain.indicator.Readings;
import java.util.OptionalDouble;

/**
 * What a model is shown.
 *
 * @param candles closed candles, oldest first; empty when readings stand alone
 * @param fingerprint of these candles
 * @param readings readings that are known already; each counts instead of the computed one of its name
 * @param price price now as the caller states it; absent: the last close
 * @param lastClose close of the newest candle that is known, also when the candles are too few to be shown
 */
public record ModelInput(
        CandleSeries candles,
        CandleFingerprint fingerprint,
        Readings readings,
        OptionalDouble price,
        OptionalDouble lastClose) {

    /** Candles with what the caller adds to them. */
    public static ModelInput of(CandleSeries candles, Readings readings, OptionalDouble price) {
        return new ModelInput(candles, CandleFingerprint.of(candles), readings, price, lastCloseOf(candles));
    }

    /** The caller's readings alone; candles that do not suffice still tell the last close. */
    public static ModelInput withoutCandles(CandleSeries insufficient, Readings readings, OptionalDouble price) {
        CandleSeries none = CandleSeries.empty(insufficient.symbol(), insufficient.timeframe());
        return new ModelInput(none, CandleFingerprint.of(none), readings, price, lastCloseOf(insufficient));
    }

    private static OptionalDouble lastCloseOf(CandleSeries candles) {
        return candles.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(candles.close(candles.size() - 1));
    }
}
