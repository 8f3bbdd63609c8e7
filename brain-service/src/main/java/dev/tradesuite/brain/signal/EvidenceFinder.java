package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Analyses;
import dev.tradesuite.brain.indicator.Analysis;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.indicator.CandleFingerprint;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.quant.swing.Retracement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds what a decision can rest on.
 *
 * <p>The caller's candles come first, with the caller's readings in place of computed ones of the same name. Readings
 * without usable candles stand alone: mixing them with stored candles the caller may not know of would surprise. Only
 * when nothing was sent are the stored candles read, and only these can be stale: how old the caller's own data may be
 * is the caller's business.
 */
final class EvidenceFinder {

    private final SignalSettings settings;
    private final CandleSource stored;
    private final Analyses analyses;

    EvidenceFinder(SignalSettings settings, CandleSource stored, Analyses analyses) {
        this.settings = settings;
        this.stored = stored;
        this.analyses = analyses;
    }

    /** The evidence for a question at a moment. */
    Evidence find(SignalQuestion question, Instant asOf) {
        if (!question.candles().isEmpty()) {
            return onCandlesOfRequest(question);
        }
        return question.readings().isEmpty() ? onStoredCandles(question, asOf) : onReadings(question);
    }

    private Evidence onCandlesOfRequest(SignalQuestion question) {
        Evidence evidence =
                onCandles(SignalSource.REQUEST_CANDLES, question.candles().last(settings.candles()), question);
        boolean readingsMustDo =
                evidence instanceof Evidence.Unusable && !question.readings().isEmpty();
        return readingsMustDo ? onReadings(question) : evidence;
    }

    private Evidence onReadings(SignalQuestion question) {
        CandleSeries none = CandleSeries.empty(question.symbol(), question.timeframe());
        Market market = market(question.readings(), question, lastClose(question.candles()), Optional.empty());
        return new Evidence.Usable(SignalSource.REQUEST_INDICATORS, none, CandleFingerprint.of(none), market);
    }

    private Evidence onStoredCandles(SignalQuestion question, Instant asOf) {
        CandleSeries candles = stored.closedBefore(question.symbol(), question.timeframe(), asOf, settings.candles());
        if (candles.isEmpty()) {
            return unusable(
                    SignalSource.NONE,
                    candles,
                    SignalReason.NO_DATA,
                    "No candle of %s %s had closed by %s, and none was sent."
                            .formatted(question.symbol(), question.timeframe(), asOf));
        }
        Instant lastClosed = candles.closeTime(candles.size() - 1);
        if (isStale(candles, lastClosed, asOf)) {
            return unusable(
                    SignalSource.STORED_CANDLES,
                    candles,
                    SignalReason.DATA_STALE,
                    "The newest candle closed at %s; at %s that is more than %s candles ago."
                            .formatted(lastClosed, asOf, Figures.oneDecimal(settings.maxAgeCandles())));
        }
        return onCandles(SignalSource.STORED_CANDLES, candles, question);
    }

    private Evidence onCandles(SignalSource source, CandleSeries candles, SignalQuestion question) {
        if (candles.size() < CandleAnalyst.CANDLES_NEEDED) {
            return unusable(
                    source,
                    candles,
                    SignalReason.NOT_ENOUGH_CANDLES,
                    "There are %d closed candles; the indicators need %d."
                            .formatted(candles.size(), CandleAnalyst.CANDLES_NEEDED));
        }
        CandleFingerprint fingerprint = CandleFingerprint.of(candles);
        Analysis analysis = analyses.of(candles, fingerprint);
        if (analysis.flat()) {
            return unusable(
                    source,
                    candles,
                    SignalReason.FLAT_MARKET,
                    "The newest candles have no range: high and low are one price.");
        }
        Readings readings = analysis.readings().replacedBy(question.readings());
        Market market = market(readings, question, lastClose(candles), analysis.retracement());
        return new Evidence.Usable(source, candles, fingerprint, market);
    }

    private Market market(
            Readings readings, SignalQuestion question, OptionalDouble lastClose, Optional<Retracement> retracement) {
        return new Market(
                readings,
                Price.of(question.price(), lastClose, readings.get(Indicator.ATR), settings.maxPriceGapAtr()),
                Trend.of(readings, settings.minAdx()),
                retracement);
    }

    private boolean isStale(CandleSeries candles, Instant lastClosed, Instant asOf) {
        double age = Duration.between(lastClosed, asOf).toMillis();
        return age > settings.maxAgeCandles() * candles.timeframe().length().toMillis();
    }

    private static OptionalDouble lastClose(CandleSeries candles) {
        return candles.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(candles.close(candles.size() - 1));
    }

    private static Evidence unusable(SignalSource source, CandleSeries candles, SignalReason reason, String message) {
        return new Evidence.Unusable(source, candles, CandleFingerprint.of(candles), new Because(reason, message));
    }
}
