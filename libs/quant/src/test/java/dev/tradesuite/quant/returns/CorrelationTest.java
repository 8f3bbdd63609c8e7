package dev.tradesuite.quant.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    /**
     * x 1 2 3 4 5 has mean 3, deviations -2 -1 0 1 2, squares 10; y 2 1 4 3 5 has mean 3, deviations -1 -2 1 0 2,
     * squares 10; products 2 + 2 + 0 + 0 + 4 = 8; 8 / sqrt(10 x 10) = 0.8.
     */
    @Test
    void agreesWithTheWorkedExample() {
        assertThat(Correlation.pearson(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 4, 3, 5}))
                .hasValueCloseTo(0.8, within(1e-15));
    }

    /** The first of Anscombe's four data sets (1973), whose correlation is 0.816 as that of the other three. */
    @Test
    void agreesWithAnscombe() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertThat(Correlation.pearson(x, y)).hasValueCloseTo(0.81642, within(1e-5));
    }

    @Test
    void isOneForASeriesWithItselfAndMinusOneForItsMirror() {
        double[] x = randomSeries(1, 200);
        assertThat(Correlation.pearson(x, x)).hasValueCloseTo(1.0, within(1e-12));
        assertThat(Correlation.pearson(x, Arrays.stream(x).map(v -> 3 - 2 * v).toArray()))
                .hasValueCloseTo(-1.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void staysWithinItsBoundsAndIgnoresLevelAndScale(long seed) {
        double[] x = randomSeries(seed, 60);
        double[] y = randomSeries(seed + 100, 60);
        double correlation = Correlation.pearson(x, y).orElseThrow();
        double[] moved = Arrays.stream(x).map(v -> 1e6 + 40 * v).toArray();
        assertThat(correlation).isBetween(-1.0, 1.0);
        assertThat(Correlation.pearson(y, x)).hasValueCloseTo(correlation, within(1e-14));
        assertThat(Correlation.pearson(moved, y)).hasValueCloseTo(correlation, within(1e-8));
    }

    @Test
    void isAbsentWithoutVariation() {
        double[] constant = {0.1, 0.1, 0.1};
        assertThat(Correlation.pearson(constant, new double[] {1, 2, 3})).isEmpty();
        assertThat(Correlation.pearson(new double[] {1, 2, 3}, constant)).isEmpty();
    }

    @Test
    void isAbsentForFewerThanTwoPairs() {
        assertThat(Correlation.pearson(new double[] {}, new double[] {})).isEmpty();
        assertThat(Correlation.pearson(new double[] {1}, new double[] {2})).isEmpty();
    }

    @Test
    void rollingValueIsTheCorrelationOfItsWindow() {
        double[] x = randomSeries(7, 50);
        double[] y = randomSeries(8, 50);
        double[] rolling = Correlation.rolling(x, y, 20);
        assertThat(rolling).hasSize(31);
        for (int i = 0; i < rolling.length; i++) {
            assertThat(Correlation.pearson(Arrays.copyOfRange(x, i, i + 20), Arrays.copyOfRange(y, i, i + 20)))
                    .hasValue(rolling[i]);
        }
    }

    @Test
    void rollingIsEmptyWhenNoWindowIsFull() {
        assertThat(Correlation.rolling(new double[] {1, 2}, new double[] {1, 2}, 3))
                .isEmpty();
    }

    @Test
    void refusesSeriesThatDoNotPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(new double[] {1}, new double[] {1, 2}))
                .withMessageContaining("1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .withMessageContaining("pair 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.rolling(new double[] {1}, new double[] {1}, 1));
    }

    private static double[] randomSeries(long seed, int length) {
        return new Random(seed).doubles(length).toArray();
    }
}
