package dev.tradesuite.brain.indicator;

import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.contracts.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandleFingerprintTest {

    private final CandleSeries candles = walk(1, 40);

    @Test
    void equalCandlesHaveEqualFingerprintsWhereverTheyCameFrom() {
        CandleSeries cutFromMore = walk(1, 60).closedBy(candles.closeTime(39));
        assertThat(CandleFingerprint.of(cutFromMore)).isEqualTo(CandleFingerprint.of(candles));
        assertThat(CandleFingerprint.of(candles).sha256()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void anyChangeOfTimeOrPriceChangesIt(int field) {
        assertThat(CandleFingerprint.of(changed(field, "EURUSD", Timeframe.M5)))
                .isNotEqualTo(CandleFingerprint.of(candles));
    }

    @Test
    void symbolAndTimeframeAreCovered() {
        int nothing = -1;
        assertThat(CandleFingerprint.of(changed(nothing, "EURUSD", Timeframe.M5)))
                .isEqualTo(CandleFingerprint.of(candles));
        assertThat(CandleFingerprint.of(changed(nothing, "GBPUSD", Timeframe.M5)))
                .isNotEqualTo(CandleFingerprint.of(candles));
        assertThat(CandleFingerprint.of(changed(nothing, "EURUSD", Timeframe.M1)))
                .isNotEqualTo(CandleFingerprint.of(candles));
    }

    private CandleSeries changed(int field, String symbol, Timeframe timeframe) {
        CandleSeries.Builder series = new CandleSeries.Builder(symbol, timeframe, candles.size());
        for (int i = 0; i < candles.size(); i++) {
            double tick = i == 20 ? 0.00001 : 0;
            series.add(
                    candles.openMillis(i) + (field == 0 && i == 20 ? 1 : 0),
                    candles.open(i) + (field == 1 ? tick : 0),
                    candles.high(i) + (field == 2 ? tick : 0),
                    candles.low(i) - (field == 3 ? tick : 0),
                    candles.close(i) + (field == 4 ? tick : 0),
                    1);
        }
        return series.build();
    }
}
