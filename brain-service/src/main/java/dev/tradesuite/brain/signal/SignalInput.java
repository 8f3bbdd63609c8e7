package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.CandleFingerprint;
import dev.tradesuite.brain.model.ModelInput;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Reason;

/** What a decision can rest on: something to show a model, or the reason why there is nothing. */
sealed interface SignalInput {

    /** Where it came from. */
    SignalSource source();

    /** Candles it rests on; empty when readings stand alone. */
    CandleSeries candles();

    /** Fingerprint of the candles. */
    CandleFingerprint fingerprint();

    /**
     * Something to show.
     *
     * @param shown what the model sees
     */
    record Found(SignalSource source, ModelInput shown) implements SignalInput {

        @Override
        public CandleSeries candles() {
            return shown.candles();
        }

        @Override
        public CandleFingerprint fingerprint() {
            return shown.fingerprint();
        }
    }

    /**
     * Nothing to show.
     *
     * @param why what is missing
     */
    record Missing(SignalSource source, CandleSeries candles, Reason why) implements SignalInput {

        @Override
        public CandleFingerprint fingerprint() {
            return CandleFingerprint.of(candles);
        }
    }
}
