package dev.tradesuite.brain.indicator;

import static dev.tradesuite.brain.TestCandles.closing;
import static dev.tradesuite.brain.TestCandles.flat;
import static dev.tradesuite.brain.TestCandles.moving;
import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.candle.CandleSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardIndicatorsTest {

    /** Closes of the RSI example in StockCharts' ChartSchool, a widely used check of Wilder's RSI over 14 candles. */
    private static final double[] CHART_SCHOOL = {
        44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
        45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
        45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314
    };

    @ParameterizedTest
    @CsvSource({"15, 70.53", "16, 66.32", "17, 66.55", "20, 57.97", "27, 39.99", "33, 37.77"})
    void rsiAgreesWithTheWorkedExample(int candles, double rsi) {
        assertThat(read(closing(0, Arrays.copyOf(CHART_SCHOOL, candles)), Indicator.RSI))
                .isCloseTo(rsi, within(0.01));
    }

    /** The first fourteen true ranges are 1 each, the average is 1. A fifteenth of 15 gives (13 x 1 + 15) / 14 = 2. */
    @Test
    void atrIsWildersAverageOfTheTrueRanges() {
        double[] closes = new double[15];
        Arrays.fill(closes, 10);
        CandleSeries still = closing(0.5, closes);
        assertThat(read(still.last(14), Indicator.ATR)).isCloseTo(1, within(1e-12));
        closes[14] = 24;
        // Opens at 10, closes at 24, reaches half beyond both: 24.5 - 9.5 = 15.
        assertThat(read(closing(0.5, closes), Indicator.ATR)).isCloseTo(2, within(1e-12));
    }

    /**
     * On a straight line an average over n candles lies (n - 1) / 2 steps behind: EMA 12 5.5 steps, EMA 26 12.5 steps,
     * so the MACD is 7 steps, and so is its average.
     */
    @Test
    void movingAveragesLagBehindAStraightLine() {
        Readings readings = StandardIndicators.on(moving(60, 100, 1));
        assertThat(readings.value(Indicator.EMA_FAST)).isCloseTo(159 - 5.5, within(1e-9));
        assertThat(readings.value(Indicator.EMA_SLOW)).isCloseTo(159 - 12.5, within(1e-9));
        assertThat(readings.value(Indicator.MACD)).isCloseTo(7, within(1e-9));
        assertThat(readings.value(Indicator.MACD_SIGNAL)).isCloseTo(7, within(1e-9));
    }

    /** Twenty numbers in a row have the variance (20 x 20 - 1) / 12 = 33.25 and the deviation 5.7663. */
    @Test
    void bollingerBandsLieTwoDeviationsOfThePopulationFromTheMean() {
        Readings readings = StandardIndicators.on(moving(20, 1, 1));
        assertThat(readings.value(Indicator.BOLLINGER_MIDDLE)).isCloseTo(10.5, within(1e-9));
        assertThat(readings.value(Indicator.BOLLINGER_UPPER)).isCloseTo(10.5 + 2 * 5.76628, within(1e-4));
        assertThat(readings.value(Indicator.BOLLINGER_LOWER)).isCloseTo(10.5 - 2 * 5.76628, within(1e-4));
    }

    /**
     * Every high is 1 above the one before, no low is below: +DM 1, -DM 0. A candle spans its step of 1 and half a step
     * on each side, so its true range is 2 and +DI 100 x 1 / 2 = 50. All movement is up: ADX 100.
     */
    @Test
    void directionalIndicatorsOfAStraightRise() {
        Readings readings = StandardIndicators.on(moving(40, 100, 1));
        assertThat(readings.value(Indicator.PLUS_DI)).isCloseTo(50, within(1e-9));
        assertThat(readings.value(Indicator.MINUS_DI)).isZero();
        assertThat(readings.value(Indicator.ADX)).isCloseTo(100, within(1e-9));
    }

    @Test
    void everyReadingIsThereFromTheCandlesNeededOn() {
        CandleSeries candles = walk(5, StandardIndicators.CANDLES_NEEDED);
        assertThat(StandardIndicators.on(candles).has(Indicator.values())).isTrue();
        assertThat(StandardIndicators.on(candles.last(candles.size() - 1)).get(Indicator.MACD_SIGNAL))
                .isEmpty();
    }

    @Test
    void everyReadingIsAbsentWithoutCandles() {
        assertThat(StandardIndicators.on(flat(0, 1)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 14, 15, 19, 20, 26, 28, 33})
    void aReadingIsAbsentUntilThereAreEnoughCandles(int candles) {
        Readings readings = StandardIndicators.on(walk(6, candles));
        assertThat(readings.has(Indicator.ATR)).isEqualTo(candles >= 14);
        assertThat(readings.has(Indicator.RSI)).isEqualTo(candles >= 15);
        assertThat(readings.has(Indicator.PLUS_DI)).isEqualTo(candles >= 15);
        assertThat(readings.has(Indicator.BOLLINGER_UPPER)).isEqualTo(candles >= 20);
        assertThat(readings.has(Indicator.EMA_FAST)).isEqualTo(candles >= 12);
        assertThat(readings.has(Indicator.MACD)).isEqualTo(candles >= 26);
        assertThat(readings.has(Indicator.ADX)).isEqualTo(candles >= 28);
    }

    @Test
    void aPriceThatNeverMovesHasARangeOfZeroAndNoRatiosOfIt() {
        Readings readings = StandardIndicators.on(flat(60, 1.1));
        assertThat(readings.value(Indicator.ATR)).isZero();
        assertThat(readings.value(Indicator.MACD)).isCloseTo(0, within(1e-12));
        assertThat(readings.get(Indicator.RSI)).isEmpty();
        assertThat(readings.get(Indicator.PLUS_DI)).isEmpty();
        assertThat(readings.get(Indicator.ADX)).isEmpty();
    }

    private static double read(CandleSeries candles, Indicator indicator) {
        return StandardIndicators.on(candles).value(indicator);
    }
}
