package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.ModelInput;
import dev.tradesuite.brain.model.ModelSignal;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.Thresholds;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.List;
import java.util.Optional;

/**
 * A model of closed bars in the trade flow: long is BUY, short is SELL, everything else HOLD.
 *
 * <p>It looks at candles alone; readings and votes of a caller say nothing to it. The language model is not heard here:
 * its opinions are of bars, not of questions.
 */
public final class BarTradingModel implements TradingModel {

    private final BarModelCode code;
    private final BarModels models;

    public BarTradingModel(BarModelCode code, BarModels models) {
        this.code = code;
        this.models = models;
    }

    @Override
    public String name() {
        return code.name();
    }

    @Override
    public ModelVersion version(SeriesKey series) {
        return model().version(series);
    }

    @Override
    public Optional<Thresholds> thresholds() {
        return Optional.empty();
    }

    @Override
    public int lookBack() {
        return models.lookBack();
    }

    @Override
    public ModelSignal signalOn(ModelInput input) {
        CandleSeries candles = input.candles();
        SeriesKey series = new SeriesKey(candles.symbol(), candles.timeframe());
        if (candles.isEmpty()) {
            return ModelSignal.Abstained.because(
                    model().version(series),
                    Reason.of(SignalReason.NOT_ENOUGH_CANDLES, code + " judges closed candles, and there are none."));
        }
        BarSignal signal = models
                .on(series, ClosedBars.of(candles), candles.size() - 1, Opinion.missing(SignalReason.NO_OPINION))
                .stream()
                .filter(said -> said.code() == code)
                .findFirst()
                .orElseThrow();
        return onTheFlow(signal);
    }

    private static ModelSignal onTheFlow(BarSignal signal) {
        return switch (signal) {
            case BarSignal.Abstained abstained ->
                ModelSignal.Abstained.because(abstained.version(), abstained.reason());
            case BarSignal.Decided decided ->
                new ModelSignal.Decided(
                        decided.version(),
                        action(decided),
                        null,
                        decided.confidence(),
                        List.of(),
                        Readings.NONE,
                        Reason.of(reason(decided), decided.reasoning()));
        };
    }

    private static SignalAction action(BarSignal signal) {
        return switch (signal.position()) {
            case LONG -> SignalAction.BUY;
            case SHORT -> SignalAction.SELL;
            case FLAT, CLOSE -> SignalAction.HOLD;
        };
    }

    private static SignalReason reason(BarSignal signal) {
        return switch (signal.position()) {
            case LONG -> SignalReason.MODEL_LONG;
            case SHORT -> SignalReason.MODEL_SHORT;
            case FLAT, CLOSE -> SignalReason.MODEL_FLAT;
        };
    }

    private BarModel model() {
        return models.find(code).orElseThrow();
    }
}
