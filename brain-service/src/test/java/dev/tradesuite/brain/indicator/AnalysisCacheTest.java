package dev.tradesuite.brain.indicator;

import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.quant.swing.FibonacciRetracement;
import org.junit.jupiter.api.Test;

class AnalysisCacheTest {

    private final CandleAnalyst analyst = new CandleAnalyst(new FibonacciRetracement(3, 5, 0.2, 3), 0.5);
    private final AnalysisCache cache = new AnalysisCache(analyst, 2);

    @Test
    void equalCandlesAreAnalysedOnce() {
        Analysis first = analyse(walk(1, 100));
        assertThat(analyse(walk(1, 100))).isSameAs(first);
    }

    @Test
    void otherCandlesNeverMeetTheAnalysisOfThese() {
        CandleSeries candles = walk(1, 100);
        Analysis all = analyse(candles);
        Analysis earlier = analyse(candles.closedBy(candles.closeTime(98)));
        assertThat(earlier).isNotEqualTo(all).isEqualTo(analyst.analyse(candles.closedBy(candles.closeTime(98))));
    }

    @Test
    void whatWasUsedLeastRecentlyIsDropped() {
        Analysis first = analyse(walk(1, 100));
        Analysis second = analyse(walk(2, 100));
        assertThat(analyse(walk(1, 100))).isSameAs(first);
        analyse(walk(3, 100));
        assertThat(analyse(walk(1, 100))).isSameAs(first);
        assertThat(analyse(walk(2, 100))).isNotSameAs(second).isEqualTo(second);
    }

    private Analysis analyse(CandleSeries candles) {
        return cache.of(candles, CandleFingerprint.of(candles));
    }
}
