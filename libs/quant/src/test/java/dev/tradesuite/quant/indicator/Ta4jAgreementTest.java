package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * ta4j as a second opinion, on walks so long that it no longer counts what an average began with: ta4j begins with one
 * value, the mean of the first ones is what Wilder and Appel say.
 */
class Ta4jAgreementTest {

    private static final int BARS = 2_000;
    private static final double RELATIVE = 1e-9;
    private static final DoubleNumFactory DOUBLES = DoubleNumFactory.getInstance();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void saysTheSame(long seed) {
        double[][] walk = walk(seed);
        double[] high = walk[1];
        double[] low = walk[2];
        double[] close = walk[3];
        BarSeries bars = bars(walk);
        ClosePriceIndicator closes = new ClosePriceIndicator(bars);

        assertAgrees(RelativeStrength.on(close, 14).orElseThrow(), new RSIIndicator(closes, 14));
        assertAgrees(AverageTrueRange.on(high, low, close, 14).orElseThrow(), new ATRIndicator(bars, 14));
        assertAgrees(ExponentialAverage.on(close, 50).orElseThrow(), new EMAIndicator(closes, 50));

        MACDIndicator macd = new MACDIndicator(closes, 12, 26);
        MovingAverageDivergence divergence =
                MovingAverageDivergence.on(close, 12, 26, 9).orElseThrow();
        assertAgrees(divergence.fast(), new EMAIndicator(closes, 12));
        assertAgrees(divergence.slow(), new EMAIndicator(closes, 26));
        assertAgrees(divergence.value(), macd);
        assertAgrees(divergence.signal().orElseThrow(), new EMAIndicator(macd, 9));

        BollingerBands bands = BollingerBands.on(close, 20, 2).orElseThrow();
        assertAgrees(bands.middle(), new SMAIndicator(closes, 20));
        assertAgrees((bands.upper() - bands.lower()) / 4, new StandardDeviationIndicator(closes, 20));

        DirectionalMovement movement =
                DirectionalMovement.on(high, low, close, 14).orElseThrow();
        assertAgrees(movement.plus(), new PlusDIIndicator(bars, 14));
        assertAgrees(movement.minus(), new MinusDIIndicator(bars, 14));
        assertAgrees(movement.index().orElseThrow(), new ADXIndicator(bars, 14, 14));
    }

    private static void assertAgrees(double ours, Indicator<Num> theirs) {
        double expected = theirs.getValue(BARS - 1).doubleValue();
        assertThat(ours)
                .as(theirs.getClass().getSimpleName())
                .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    /** Opens, highs, lows and closes of a walk about 100, with gaps now and then. */
    private static double[][] walk(long seed) {
        Random random = new Random(seed);
        double[][] prices = new double[4][BARS];
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            double open = random.nextInt(10) == 0 ? price + random.nextGaussian() : price;
            price = open + random.nextGaussian() * 0.5;
            prices[0][i] = open;
            prices[1][i] = Math.max(open, price) + random.nextDouble() * 0.3;
            prices[2][i] = Math.min(open, price) - random.nextDouble() * 0.3;
            prices[3][i] = price;
        }
        return prices;
    }

    private static BarSeries bars(double[][] prices) {
        BarSeries bars = new BaseBarSeriesBuilder().withNumFactory(DOUBLES).build();
        Instant open = Instant.parse("2026-03-02T00:00:00Z");
        Duration length = Duration.ofMinutes(5);
        for (int i = 0; i < BARS; i++) {
            Instant opens = open.plus(length.multipliedBy(i));
            bars.addBar(new BaseBar(
                    length,
                    opens,
                    opens.plus(length),
                    DOUBLES.numOf(prices[0][i]),
                    DOUBLES.numOf(prices[1][i]),
                    DOUBLES.numOf(prices[2][i]),
                    DOUBLES.numOf(prices[3][i]),
                    DOUBLES.zero(),
                    DOUBLES.zero(),
                    0));
        }
        return bars;
    }
}
