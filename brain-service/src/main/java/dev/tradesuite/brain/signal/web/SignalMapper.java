package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.Thresholds;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.TradingModels;
import dev.tradesuite.brain.signal.SignalDecision;
import dev.tradesuite.brain.signal.SignalQuestion;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.Vote;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads requests that passed their constraints and writes decisions as they travel. */
@Component
final class SignalMapper {

    private final InstrumentCatalog catalog;
    private final TradingModels models;
    private final SignalSettings settings;
    private final Clock clock;

    SignalMapper(InstrumentCatalog catalog, TradingModels models, SignalSettings settings, Clock clock) {
        this.catalog = catalog;
        this.models = models;
        this.settings = settings;
        this.clock = clock;
    }

    /** The candles of a request as they are read. */
    SentCandles candles(DecideRequest request) {
        return SentCandles.of(
                request.candles() == null ? List.of() : request.candles(),
                timeframe(request.timeframe()),
                request.asOf() == null ? clock.instant() : request.asOf());
    }

    SignalQuestion question(DecideRequest request, SentCandles candles) {
        String symbol = symbol(request.symbol());
        Timeframe timeframe = timeframe(request.timeframe());
        return new SignalQuestion(
                model(request.model()),
                symbol,
                timeframe,
                request.currentPrice() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(request.currentPrice().doubleValue()),
                Optional.ofNullable(request.asOf()),
                series(symbol, timeframe, candles.candles()),
                request.indicators() == null ? Readings.NONE : readings(request.indicators()),
                votes(request.indicators()));
    }

    /** The model of a name that was found to be one. */
    TradingModel model(@Nullable String asked) {
        return models.find(asked == null ? settings.model() : asked).orElseThrow();
    }

    /** The catalogue's symbol of a name that was found to be in it. */
    String symbol(String name) {
        return catalog.find(name).orElseThrow().symbol();
    }

    Timeframe timeframe(@Nullable Timeframe asked) {
        return asked == null ? settings.timeframe() : asked;
    }

    static BrainSignal answer(SignalDecision decision, List<Reason> warnings) {
        return new BrainSignal(
                decision.symbol(),
                decision.timeframe(),
                decision.action(),
                decision.confidence(),
                decision.score(),
                decision.thresholds().map(Thresholds::buy).orElse(null),
                decision.thresholds().map(Thresholds::sell).orElse(null),
                decision.votes().stream()
                        .map(vote -> new Vote(
                                vote.source(), vote.direction(), vote.confidence(), vote.weight(), vote.reason()))
                        .toList(),
                decision.reasons(),
                warnings,
                onTheWire(decision.readings()),
                decision.source(),
                decision.candleCount(),
                decision.lastCandleOpenTime().orElse(null),
                decision.derivedFrom().orElse(null),
                decision.label(),
                modelInfo(decision.model()),
                decision.asOf(),
                decision.inputHash());
    }

    static ModelInfo modelInfo(ModelVersion model) {
        return new ModelInfo(model.model(), model.version(), model.proxy());
    }

    private static CandleSeries series(String symbol, Timeframe timeframe, List<Candle> candles) {
        CandleSeries.Builder series = new CandleSeries.Builder(symbol, timeframe, candles.size());
        for (Candle candle : candles) {
            series.add(
                    candle.openTime().toEpochMilli(),
                    candle.open().doubleValue(),
                    candle.high().doubleValue(),
                    candle.low().doubleValue(),
                    candle.close().doubleValue(),
                    candle.volume() == null ? Double.NaN : candle.volume().doubleValue());
        }
        return series.build();
    }

    /** A vote of the caller is certain and weighs 1, unless its source has a weight here. */
    private static List<dev.tradesuite.brain.model.Vote> votes(@Nullable IndicatorReadings sent) {
        if (sent == null || sent.votes() == null) {
            return List.of();
        }
        return sent.votes().stream()
                .map(vote -> new dev.tradesuite.brain.model.Vote(
                        vote.source(),
                        vote.signal(),
                        vote.signal() == SignalAction.HOLD ? 0 : 1,
                        1,
                        vote.value() == null
                                ? "Stated by the caller."
                                : "Stated by the caller at " + vote.value() + "."))
                .toList();
    }

    private static Readings readings(IndicatorReadings sent) {
        Readings.Builder readings = new Readings.Builder();
        set(readings, Indicator.RSI, sent.rsi());
        set(readings, Indicator.MACD, sent.macd());
        set(readings, Indicator.MACD_SIGNAL, sent.macdSignal());
        set(readings, Indicator.ATR, sent.atr());
        set(readings, Indicator.EMA_FAST, sent.emaFast());
        set(readings, Indicator.EMA_SLOW, sent.emaSlow());
        set(readings, Indicator.BOLLINGER_UPPER, sent.bollingerUpper());
        set(readings, Indicator.BOLLINGER_MIDDLE, sent.bollingerMiddle());
        set(readings, Indicator.BOLLINGER_LOWER, sent.bollingerLower());
        set(readings, Indicator.ADX, sent.adx());
        set(readings, Indicator.PLUS_DI, sent.plusDi());
        set(readings, Indicator.MINUS_DI, sent.minusDi());
        return readings.build();
    }

    private static void set(Readings.Builder readings, Indicator indicator, @Nullable Double value) {
        if (value != null) {
            readings.set(indicator, value);
        }
    }

    private static IndicatorReadings onTheWire(Readings readings) {
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
                read(readings, Indicator.MINUS_DI),
                null);
    }

    private static @Nullable Double read(Readings readings, Indicator indicator) {
        OptionalDouble value = readings.get(indicator);
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
