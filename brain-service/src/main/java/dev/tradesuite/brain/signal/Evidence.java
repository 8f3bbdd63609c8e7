package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.CandleFingerprint;
import dev.tradesuite.contracts.brain.SignalSource;

/** What a decision can rest on: a market to vote on, or the reason why there is none. */
sealed interface Evidence {

    /** Where it came from. */
    SignalSource source();

    /** Candles it rests on; empty when readings stand alone. */
    CandleSeries candles();

    /** Fingerprint of the candles. */
    CandleFingerprint fingerprint();

    /**
     * Enough to vote on.
     *
     * @param market what the voters see
     */
    record Usable(SignalSource source, CandleSeries candles, CandleFingerprint fingerprint, Market market)
            implements Evidence {}

    /**
     * Nothing to vote on.
     *
     * @param why what is missing
     */
    record Unusable(SignalSource source, CandleSeries candles, CandleFingerprint fingerprint, Because why)
            implements Evidence {}
}
