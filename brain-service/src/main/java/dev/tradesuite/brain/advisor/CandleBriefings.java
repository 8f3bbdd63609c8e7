package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Briefings from stored candles, as current as a decision would need them. */
public final class CandleBriefings implements Briefings {

    private final CandleStore store;
    private final CandleAnalyst analyst;
    private final int candles;
    private final double maxAgeCandles;

    /**
     * Briefings.
     *
     * @param candles how many candles the readings rest on
     * @param maxAgeCandles age of the newest candle, in candles, from which on there is nothing to tell
     */
    public CandleBriefings(CandleStore store, CandleAnalyst analyst, int candles, double maxAgeCandles) {
        this.store = store;
        this.analyst = analyst;
        this.candles = candles;
        this.maxAgeCandles = maxAgeCandles;
    }

    @Override
    public Optional<Briefing> at(String symbol, Timeframe timeframe, Instant moment) {
        CandleSeries series = store.closedBefore(symbol, timeframe, moment, candles);
        if (series.size() < CandleAnalyst.CANDLES_NEEDED || isStale(series, moment)) {
            return Optional.empty();
        }
        int last = series.size() - 1;
        return Optional.of(new Briefing(
                symbol,
                timeframe,
                series.closeTime(last),
                series.close(last),
                analyst.analyse(series).readings()));
    }

    private boolean isStale(CandleSeries series, Instant moment) {
        double age =
                Duration.between(series.closeTime(series.size() - 1), moment).toMillis();
        return age > maxAgeCandles * series.timeframe().length().toMillis();
    }
}
