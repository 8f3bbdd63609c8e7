package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ReturnStatisticsTest {

    private static final double YEARLY = 1;

    /** Yearly returns of an example that is often shown for the Sortino ratio, in percent: mean 10. */
    private static final double[] EXAMPLE = {17, 15, 23, -5, 12, 9, 13, -4};

    @Test
    void sortinoDividesByTheDeviationOfLossesOverAllReturns() {
        // Twice the eight returns: mean 0.10, downside sqrt((0.05^2 + 0.04^2) / 8) = 0.022638, ratio 4.4173
        double[] returns = DoubleStream.concat(Arrays.stream(EXAMPLE), Arrays.stream(EXAMPLE))
                .map(percent -> percent / 100)
                .toArray();

        ReturnStatistics statistics = ReturnStatistics.of(returns, basis(returns.length, YEARLY), 0);

        assertThat(value(statistics.sortino())).isCloseTo(4.4173, within(5e-5));
        // Squared distances from 10 in the eight: 49 + 25 + 169 + 225 + 4 + 1 + 9 + 196 = 678; sqrt(2 x 678 / 15) =
        // 9.5079
        assertThat(value(statistics.volatility())).isCloseTo(0.095079, within(5e-7));
        assertThat(value(statistics.sharpe())).isCloseTo(1.05176, within(5e-6));
    }

    @Test
    void ratiosAreAnnualisedByTheRootOfThePeriodsInAYear() {
        double[] returns = {0.01, -0.005, 0.02, 0, -0.01, 0.015, 0.005, -0.02, 0.01, 0.005};
        ReturnStatistics plain = ReturnStatistics.of(returns, basis(10, 1), 0);
        ReturnStatistics yearly = ReturnStatistics.of(returns, basis(10, 252), 0);

        assertThat(yearly.basis().factor()).isCloseTo(Math.sqrt(252), within(1e-12));
        assertThat(value(yearly.sharpe())).isCloseTo(value(plain.sharpe()) * Math.sqrt(252), within(1e-12));
        assertThat(value(yearly.sortino())).isCloseTo(value(plain.sortino()) * Math.sqrt(252), within(1e-12));
        assertThat(value(yearly.volatility())).isCloseTo(value(plain.volatility()) * Math.sqrt(252), within(1e-12));
    }

    @Test
    void theRiskFreeRateIsTakenOff() {
        double[] returns = {0.01, -0.005, 0.02, 0, -0.01, 0.015, 0.005, -0.02, 0.01, 0.005};
        // Mean 0.003; 0.756 a year over 252 days is 0.003 a day: nothing is left.
        ReturnStatistics statistics = ReturnStatistics.of(returns, basis(10, 252), 0.756);

        assertThat(value(statistics.sharpe())).isCloseTo(0, within(1e-12));
        assertThat(value(statistics.sortino())).isCloseTo(0, within(1e-12));
    }

    @Test
    void nineReturnsAreTooFew() {
        ReturnStatistics nine = ReturnStatistics.of(new double[9], basis(9, 252), 0);

        assertThat(List.of(nine.volatility(), nine.sharpe(), nine.sortino()))
                .containsOnly(Metric.absent(MetricReason.TOO_FEW_RETURNS));
        assertThat(nine.basis().count()).isEqualTo(9);
    }

    @Test
    void returnsThatDoNotVaryHaveNoRatio() {
        // Equity that grows by 1 % a day, as doubles have it: the returns differ in their last digits only.
        double[] equity = new double[20];
        equity[0] = 10_000;
        for (int i = 1; i < equity.length; i++) {
            equity[i] = equity[i - 1] * 1.01;
        }
        ReturnStatistics statistics =
                ReturnStatistics.of(Curves.daily(equity).returns(ReturnInterval.DAILY, DayEnd.UTC), 252, 0);

        assertThat(statistics.sharpe()).isEqualTo(Metric.absent(MetricReason.NO_VARIATION));
        assertThat(statistics.sortino()).isEqualTo(Metric.absent(MetricReason.NO_LOSS));
        assertThat(value(statistics.volatility())).isCloseTo(0, within(1e-10));
    }

    @Test
    void rollingStatisticsAreThoseOfEachWindow() {
        double[] returns = new Random(7).doubles(40, -0.01, 0.011).toArray();
        ReturnSeries series = series(returns);

        List<RollingStatistics> rolling = RollingStatistics.of(series, 15, 252, 0);

        assertThat(rolling).hasSize(26);
        assertThat(rolling.getLast().at()).isEqualTo(series.end(39));
        assertThat(rolling.get(3).statistics())
                .isEqualTo(ReturnStatistics.of(Arrays.copyOfRange(returns, 3, 18), basis(15, 252), 0));
        assertThat(RollingStatistics.of(series, 41, 252, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> RollingStatistics.of(series, 9, 252, 0));
    }

    @Test
    void whatComesLaterChangesNoWindowBefore() {
        double[] returns = new Random(8).doubles(40, -0.01, 0.011).toArray();
        List<RollingStatistics> before = RollingStatistics.of(series(returns), 15, 252, 0);
        returns[39] = 0.5;
        List<RollingStatistics> after = RollingStatistics.of(series(returns), 15, 252, 0);

        assertThat(after.subList(0, 25)).isEqualTo(before.subList(0, 25));
        assertThat(after.get(25)).isNotEqualTo(before.get(25));
    }

    private static ReturnSeries series(double[] returns) {
        long[] ends = new long[returns.length];
        Arrays.setAll(ends, i -> Curves.START.plus(Duration.ofDays(i + 1)).toEpochMilli());
        return new ReturnSeries(ReturnInterval.DAILY, ends, returns.clone());
    }

    private static Basis basis(int count, double periodsPerYear) {
        return new Basis(ReturnInterval.DAILY, count, periodsPerYear);
    }

    private static double value(Metric metric) {
        return metric.value().orElseThrow();
    }
}
