package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelInput;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds what a decision can rest on.
 *
 * <p>The caller's candles come first, with the caller's readings beside them. Readings without candles stand alone:
 * mixing them with stored candles the caller may not know of would surprise. Only when nothing was sent are the stored
 * candles read. Candles that are too old for the moment decided for decide nothing, wherever they are from.
 */
final class InputFinder {

    private final SignalSettings settings;
    private final CandleSource stored;

    InputFinder(SignalSettings settings, CandleSource stored) {
        this.settings = settings;
        this.stored = stored;
    }

    /** The input for a question at a moment. */
    SignalInput find(SignalQuestion question, Instant asOf) {
        if (!question.candles().isEmpty()) {
            return onFreshCandles(
                    SignalSource.REQUEST_CANDLES,
                    question.candles().last(question.candlesToRead(settings.candles())),
                    question,
                    asOf);
        }
        return question.hasReadingsOrVotes() ? onReadings(question) : onStoredCandles(question, asOf);
    }

    /** The caller's readings and votes alone, for candles that a model cannot use. */
    SignalInput.Found onReadings(SignalQuestion question) {
        return new SignalInput.Found(
                SignalSource.REQUEST_INDICATORS,
                ModelInput.withoutCandles(question.candles(), question.readings(), question.votes(), question.price()));
    }

    private SignalInput onStoredCandles(SignalQuestion question, Instant asOf) {
        CandleSeries candles = stored.closedBefore(
                question.symbol(), question.timeframe(), asOf, question.candlesToRead(settings.candles()));
        if (candles.isEmpty()) {
            return new SignalInput.Missing(
                    SignalSource.NONE,
                    candles,
                    Reason.of(
                            SignalReason.NO_DATA,
                            "No candle of %s %s had closed by %s, and none was sent."
                                    .formatted(question.symbol(), question.timeframe(), asOf)));
        }
        return onFreshCandles(SignalSource.STORED_CANDLES, candles, question, asOf);
    }

    private SignalInput onFreshCandles(
            SignalSource source, CandleSeries candles, SignalQuestion question, Instant asOf) {
        Instant lastClosed = candles.closeTime(candles.size() - 1);
        if (isStale(candles, lastClosed, asOf)) {
            return new SignalInput.Missing(
                    source,
                    candles,
                    Reason.of(
                            SignalReason.DATA_STALE,
                            "The newest candle closed at %s; at %s that is more than %s candles ago."
                                    .formatted(lastClosed, asOf, Figures.oneDecimal(settings.maxAgeCandles()))));
        }
        return new SignalInput.Found(
                source, ModelInput.of(candles, question.readings(), question.votes(), question.price()));
    }

    private boolean isStale(CandleSeries candles, Instant lastClosed, Instant asOf) {
        double age = Duration.between(lastClosed, asOf).toMillis();
        return age > settings.maxAgeCandles() * candles.timeframe().length().toMillis();
    }
}
