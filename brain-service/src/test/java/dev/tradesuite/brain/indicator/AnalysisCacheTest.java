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
    void moreThanIsKeptIsAnalysedAnewAndTheSame() {
        for (int seed = 1; seed <= 9; seed++) {
            CandleSeries candles = walk(seed, 100);
            assertThat(analyse(candles)).isEqualTo(analyst.analyse(candles));
        }
        assertThat(analyse(walk(1, 100))).isEqualTo(analyst.analyse(walk(1, 100)));
    }

    @Test
    void aWalkThroughHistoryDoesNotPushOutWhatIsAskedForAgainAndAgain() {
        AnalysisCache larger = new AnalysisCache(analyst, 100);
        walkThrough(larger, walk(3, 200));
        CandleSeries live = walk(1, 100);
        CandleFingerprint fingerprint = CandleFingerprint.of(live);
        Analysis first = larger.of(live, fingerprint);
        for (int i = 0; i < 5; i++) {
            larger.of(live, fingerprint);
        }
        walkThrough(larger, walk(2, 600));
        assertThat(larger.of(live, fingerprint)).isSameAs(first);
    }

    /** Meets every candle once, as a replay does. */
    private static void walkThrough(AnalysisCache cache, CandleSeries history) {
        for (int i = 50; i < history.size(); i++) {
            CandleSeries past = history.closedBy(history.closeTime(i)).last(50);
            cache.of(past, CandleFingerprint.of(past));
        }
    }

    private Analysis analyse(CandleSeries candles) {
        return cache.of(candles, CandleFingerprint.of(candles));
    }
}
