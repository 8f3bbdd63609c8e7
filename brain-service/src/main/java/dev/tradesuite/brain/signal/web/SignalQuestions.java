package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.signal.SignalQuestion;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns requests that passed their constraints into questions. */
@Component
final class SignalQuestions {

    private final SymbolNames symbols;
    private final SignalSettings settings;

    SignalQuestions(SymbolNames symbols, SignalSettings settings) {
        this.symbols = symbols;
        this.settings = settings;
    }

    SignalQuestion of(DecideRequest request) {
        String symbol = symbol(request.symbol());
        Timeframe timeframe = timeframe(request.timeframe());
        return new SignalQuestion(
                symbol,
                timeframe,
                request.currentPrice() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(request.currentPrice().doubleValue()),
                Optional.ofNullable(request.asOf()),
                series(symbol, timeframe, request.candles() == null ? List.of() : request.candles()),
                request.indicators() == null ? Readings.NONE : readings(request.indicators()));
    }

    /** The catalogue's symbol of a name that was found to be in it. */
    String symbol(String name) {
        return symbols.find(name).orElseThrow();
    }

    Timeframe timeframe(@Nullable Timeframe asked) {
        return asked == null ? settings.timeframe() : asked;
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
}
