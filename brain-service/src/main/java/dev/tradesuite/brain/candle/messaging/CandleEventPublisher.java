package dev.tradesuite.brain.candle.messaging;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleEvents;
import dev.tradesuite.brain.candle.CandleSettings;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.support.event.Events;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Publishes {@code candle.closed} on {@code market.bars}, keyed by symbol. */
@Component
final class CandleEventPublisher implements CandleEvents {

    private static final String CANDLE_CLOSED = "candle.closed";

    private final Events events;
    private final Set<String> simulatedSources;

    CandleEventPublisher(Events events, CandleSettings settings) {
        this.events = events;
        this.simulatedSources = settings.simulatedSources();
    }

    @Override
    public void announce(List<NewCandle> candles) {
        for (NewCandle candle : candles) {
            events.publish(Topics.MARKET_BARS, candle.symbol(), CANDLE_CLOSED, closed(candle));
        }
    }

    private CandleClosed closed(NewCandle news) {
        Candle candle = news.candle();
        return new CandleClosed(
                news.symbol(),
                news.timeframe(),
                new dev.tradesuite.contracts.market.Candle(
                        candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume()),
                news.source(),
                simulatedSources.contains(news.source()) ? RunLabel.SIMULATED : RunLabel.PAPER);
    }
}
