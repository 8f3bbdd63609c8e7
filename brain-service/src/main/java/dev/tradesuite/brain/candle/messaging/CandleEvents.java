package dev.tradesuite.brain.candle.messaging;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleAnnouncer;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.support.event.Events;
import java.util.List;
import java.util.Set;

/** Publishes {@code candle.closed} on {@code market.bars}, keyed by symbol. */
public final class CandleEvents implements CandleAnnouncer {

    private static final String CANDLE_CLOSED = "candle.closed";

    private final Events events;
    private final Set<String> simulatedSources;

    /**
     * Creates a publisher.
     *
     * @param simulatedSources names of the sources whose candles are made up
     */
    public CandleEvents(Events events, Set<String> simulatedSources) {
        this.events = events;
        this.simulatedSources = Set.copyOf(simulatedSources);
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
