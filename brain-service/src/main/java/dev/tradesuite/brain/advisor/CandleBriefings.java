package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.indicator.StandardIndicators;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Briefings from stored candles, as current as a decision would need them. */
final class CandleBriefings implements Briefings {

    private final CandleStore store;
    private final int candles;
    private final double maxAgeCandles;

    /**
     * Briefings.
     *
     * @param candles how many candles the readings rest on
     * @param maxAgeCandles age of the newest candle, in candles, from which on there is nothing to tell
     */
    CandleBriefings(CandleStore store, int candles, double maxAgeCandles) {
        this.store = store;
        this.candles = candles;
        this.maxAgeCandles = maxAgeCandles;
    }

    @Override
    public Optional<Briefing> at(String symbol, Timeframe timeframe, Instant moment) {
        CandleSeries series = store.closedBefore(symbol, timeframe, moment, candles);
        if (series.size() < StandardIndicators.CANDLES_NEEDED || isStale(series, moment)) {
            return Optional.empty();
        }
        int last = series.size() - 1;
        return Optional.of(new Briefing(
                symbol, timeframe, series.closeTime(last), series.close(last), StandardIndicators.on(series)));
    }

    private boolean isStale(CandleSeries series, Instant moment) {
        double age =
                Duration.between(series.closeTime(series.size() - 1), moment).toMillis();
        return age > maxAgeCandles * series.timeframe().length().toMillis();
    }
}
