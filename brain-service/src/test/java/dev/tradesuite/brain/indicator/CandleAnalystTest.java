package dev.tradesuite.brain.indicator;

import static dev.tradesuite.brain.TestCandles.closing;
import static dev.tradesuite.brain.TestCandles.flat;
import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.quant.swing.FibonacciRetracement;
import org.junit.jupiter.api.Test;

class CandleAnalystTest {

    private static final FibonacciRetracement FIBONACCI = new FibonacciRetracement(3, 5, 0.2, 3);

    private final CandleAnalyst analyst = new CandleAnalyst(FIBONACCI, 0.5);

    @Test
    void readsIndicatorsAndTheNewestRetracement() {
        Analysis analysis = analyst.analyse(walk(1, 300));
        assertThat(analysis.readings().has(Indicator.values())).isTrue();
        assertThat(analysis.retracement()).isPresent();
        assertThat(analysis.flat()).isFalse();
    }

    @Test
    void aMarketWithoutRangeIsFlatAndHasNoRetracement() {
        Analysis analysis = analyst.analyse(flat(60, 1.1));
        assertThat(analysis.flat()).isTrue();
        assertThat(analysis.retracement()).isEmpty();
    }

    /**
     * One quote a candle: closes differ, so the average true range is not zero, yet no candle has a range of its own.
     */
    @Test
    void candlesOfOneQuoteEachAreFlatAlthoughThePriceMoves() {
        assertThat(analyst.analyse(oneQuoteEach(60)).readings().value(Indicator.ATR))
                .isPositive();
        assertThat(analyst.analyse(oneQuoteEach(60)).flat()).isTrue();
    }

    @Test
    void aFewFlatCandlesAreNoFlatMarket() {
        CandleSeries sevenOfFourteen = walk(1, 60).followedBy(later(oneQuoteEach(7), 60));
        CandleSeries eightOfFourteen = walk(1, 60).followedBy(later(oneQuoteEach(8), 60));
        assertThat(analyst.analyse(sevenOfFourteen).flat()).isFalse();
        assertThat(analyst.analyse(eightOfFourteen).flat()).isTrue();
    }

    private static CandleSeries oneQuoteEach(int count) {
        CandleSeries moving = closing(0, walk(2, count).closes());
        CandleSeries.Builder series = new CandleSeries.Builder(moving.symbol(), moving.timeframe(), count);
        for (int i = 0; i < count; i++) {
            double close = moving.close(i);
            series.add(moving.openMillis(i), close, close, close, close, 0);
        }
        return series.build();
    }

    private static CandleSeries later(CandleSeries candles, int by) {
        CandleSeries.Builder series = new CandleSeries.Builder(candles.symbol(), candles.timeframe(), candles.size());
        long shift = by * candles.timeframe().length().toMillis();
        for (int i = 0; i < candles.size(); i++) {
            series.add(
                    candles.openMillis(i) + shift,
                    candles.open(i),
                    candles.high(i),
                    candles.low(i),
                    candles.close(i),
                    candles.volume(i));
        }
        return series.build();
    }
}
