package dev.tradesuite.brain.candle.messaging;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleEvents;
import dev.tradesuite.brain.candle.CandleSettings;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.brain.CandleImplausible;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.SeriesKind;
import dev.tradesuite.support.event.Events;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Publishes {@code candle.closed} and {@code candle.implausible} on {@code market.bars}, keyed by symbol. */
@Component
final class CandleEventPublisher implements CandleEvents {

    private static final String CANDLE_CLOSED = "candle.closed";
    private static final String CANDLE_IMPLAUSIBLE = "candle.implausible";

    private final Events events;
    private final Set<String> simulatedSources;

    CandleEventPublisher(Events events, CandleSettings settings) {
        this.events = events;
        this.simulatedSources = settings.simulatedSources();
    }

    @Override
    public void announce(List<CandleNews> candles) {
        for (CandleNews candle : candles) {
            switch (candle) {
                case NewCandle news -> events.publish(Topics.MARKET_BARS, news.symbol(), CANDLE_CLOSED, closed(news));
                case DoubtfulCandle doubt ->
                    events.publish(Topics.MARKET_BARS, doubt.symbol(), CANDLE_IMPLAUSIBLE, implausible(doubt));
            }
        }
    }

    private CandleClosed closed(NewCandle news) {
        return new CandleClosed(
                news.symbol(),
                news.timeframe(),
                onTheWire(news.candle()),
                news.source(),
                label(news.symbol(), news.source()));
    }

    private CandleImplausible implausible(DoubtfulCandle doubt) {
        return new CandleImplausible(
                doubt.symbol(),
                doubt.timeframe(),
                onTheWire(doubt.candle()),
                doubt.source(),
                label(doubt.symbol(), doubt.source()),
                doubt.lastClose());
    }

    private static dev.tradesuite.contracts.market.Candle onTheWire(Candle candle) {
        return new dev.tradesuite.contracts.market.Candle(
                candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    private RunLabel label(String symbol, String source) {
        boolean isOfTheMarket = SeriesKind.of(symbol) == SeriesKind.MARKET && !simulatedSources.contains(source);
        return isOfTheMarket ? RunLabel.PAPER : RunLabel.SIMULATED;
    }
}
