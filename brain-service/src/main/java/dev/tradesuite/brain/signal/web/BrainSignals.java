package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.signal.Signal;
import dev.tradesuite.brain.signal.SignalModel;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.Vote;
import dev.tradesuite.contracts.market.Reason;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes signals as they travel. */
final class BrainSignals {

    private BrainSignals() {}

    static BrainSignal of(Signal signal, SignalSettings settings) {
        return new BrainSignal(
                signal.symbol(),
                signal.timeframe(),
                signal.action(),
                signal.confidence(),
                signal.score(),
                settings.buyThreshold(),
                settings.sellThreshold(),
                signal.votes().stream()
                        .map(vote -> new Vote(
                                vote.source(), vote.direction(), vote.confidence(), vote.weight(), vote.reason()))
                        .toList(),
                signal.reasons().stream()
                        .map(because -> new Reason(because.reason().name(), because.message()))
                        .toList(),
                readings(signal.readings()),
                signal.source(),
                signal.candleCount(),
                signal.lastCandleOpenTime().orElse(null),
                signal.label(),
                model(signal.model()),
                signal.asOf(),
                signal.inputHash());
    }

    /** The rules that decide stand for themselves, not for a trained model, so they are no proxy. */
    static ModelInfo model(SignalModel model) {
        return new ModelInfo(model.name(), model.version(), false);
    }

    private static IndicatorReadings readings(Readings readings) {
        return new IndicatorReadings(
                read(readings, Indicator.RSI),
                read(readings, Indicator.MACD),
                read(readings, Indicator.MACD_SIGNAL),
                read(readings, Indicator.ATR),
                read(readings, Indicator.EMA_FAST),
                read(readings, Indicator.EMA_SLOW),
                read(readings, Indicator.BOLLINGER_UPPER),
                read(readings, Indicator.BOLLINGER_MIDDLE),
                read(readings, Indicator.BOLLINGER_LOWER),
                read(readings, Indicator.ADX),
                read(readings, Indicator.PLUS_DI),
                read(readings, Indicator.MINUS_DI));
    }

    private static @Nullable Double read(Readings readings, Indicator indicator) {
        OptionalDouble value = readings.get(indicator);
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
