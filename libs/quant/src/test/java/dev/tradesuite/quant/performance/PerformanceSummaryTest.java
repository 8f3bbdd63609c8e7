package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerformanceSummaryTest {

    private static final PerformanceSummary.Sampling DAILY =
            new PerformanceSummary.Sampling(ReturnInterval.DAILY, DayEnd.UTC, 252, 0);

    @Test
    void calmarIsTheReturnOfAYearOverTheDrawdown() {
        // 100 -> 110 -> 99 -> 121 in two years (730.5 days): sqrt(1.21) - 1 = 0.1 a year; fall 110 -> 99 = 0.1
        EquityCurve curve = Curves.every(Duration.ofHours(5844), 100, 110, 99, 121);

        PerformanceSummary summary = PerformanceSummary.of(curve, List.of(), DAILY);

        assertThat(summary.calmar().value().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(summary.totalReturn().value().orElseThrow()).isCloseTo(0.21, within(1e-12));
        assertThat(summary.trades()).isEqualTo(TradeStatistics.NONE);
    }

    @Test
    void belowThirtyDaysThereIsNoCalmar() {
        assertThat(PerformanceSummary.of(Curves.every(Duration.ofHours(719), 100, 99), List.of(), DAILY)
                        .calmar())
                .isEqualTo(Metric.absent(MetricReason.TOO_SHORT));
        assertThat(PerformanceSummary.of(Curves.every(Duration.ofDays(30), 100, 99), List.of(), DAILY)
                        .calmar()
                        .value())
                .isPresent();
    }

    @Test
    void withoutAFallThereIsNoCalmar() {
        assertThat(PerformanceSummary.of(Curves.every(Duration.ofDays(40), 100, 101), List.of(), DAILY)
                        .calmar())
                .isEqualTo(Metric.absent(MetricReason.NO_DRAWDOWN));
    }

    @Test
    void anAccountThatLostItsCapitalHasAReturnAndADrawdownButNoRatios() {
        PerformanceSummary summary =
                PerformanceSummary.of(Curves.every(Duration.ofDays(40), 100, 50, -5, -5), List.of(), DAILY);

        assertThat(summary.totalReturn().value().orElseThrow()).isCloseTo(-1.05, within(1e-12));
        assertThat(summary.drawdown().maximum()).isCloseTo(1.05, within(1e-12));
        assertThat(List.of(
                        summary.calmar(),
                        summary.returns().sharpe(),
                        summary.returns().sortino(),
                        summary.returns().volatility()))
                .containsOnly(Metric.absent(MetricReason.CAPITAL_LOST));
    }

    @Test
    void anAccountThatDidNothingHasNoRatios() {
        double[] equity = new double[50];
        Arrays.fill(equity, 10_000);

        PerformanceSummary summary = PerformanceSummary.of(Curves.daily(equity), List.of(), DAILY);

        assertThat(summary.totalReturn()).isEqualTo(Metric.of(0));
        assertThat(summary.returns().volatility()).isEqualTo(Metric.of(0));
        assertThat(summary.returns().sharpe()).isEqualTo(Metric.absent(MetricReason.NO_VARIATION));
        assertThat(summary.returns().sortino()).isEqualTo(Metric.absent(MetricReason.NO_LOSS));
        assertThat(summary.calmar()).isEqualTo(Metric.absent(MetricReason.NO_DRAWDOWN));
    }

    @Test
    void buyingAndHoldingGainsWithThePriceInTheAccountsCurrency() {
        EquityCurve curve = Curves.daily(10_000, 9_000, 9_500);

        // EURUSD: 10,000 / 1.25 = 8,000 euro; x 0.05 = 400, x 0.125 = 1,000.
        EquityCurve dollars = Baselines.buyAndHold(curve, new double[] {1.25, 1.30, 1.375}, new double[] {1, 1, 1});
        assertThat(dollars.equity(1)).isCloseTo(10_400, within(1e-9));
        assertThat(dollars.last()).isCloseTo(11_000, within(1e-9));
        // USDCOP: 10,000 dollars bought with pesos; at 4,400 they gain 400 x 10,000 pesos = 4,000,000 / 4,400 = 909.09
        EquityCurve pesos = Baselines.buyAndHold(
                curve, new double[] {4000, 4400, 4000}, new double[] {1 / 4000.0, 1 / 4400.0, 1 / 4000.0});
        assertThat(pesos.equity(1)).isCloseTo(10_909.0909, within(1e-4));
        assertThat(pesos.last()).isCloseTo(10_000, within(1e-9));
        assertThat(pesos.end()).isEqualTo(curve.end());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baselines.buyAndHold(curve, new double[] {1, 0, 1}, new double[] {1, 1, 1}));
    }

    @Test
    void doingNothingKeepsTheEquityOfTheStart() {
        EquityCurve nothing = Baselines.doNothing(Curves.daily(10_000, 9_000, 9_500));

        assertThat(nothing.totalReturn()).isEqualTo(Metric.of(0));
        assertThat(nothing.size()).isEqualTo(3);
    }

    @Test
    void binsOfAHistogramHoldEveryValueOnce() {
        // -0.02 to 0.02 in four bins of 0.01; the largest belongs to the last one.
        assertThat(HistogramBin.of(new double[] {-0.02, -0.012, 0.001, 0.004, 0.011, 0.02}, 4))
                .extracting(HistogramBin::count)
                .containsExactly(2, 0, 2, 2);
        assertThat(HistogramBin.of(new double[] {0.5, 0.5}, 4)).containsExactly(new HistogramBin(0.5, 0.5, 2));
        assertThat(HistogramBin.of(new double[0], 4)).isEmpty();
        assertThat(HistogramBin.of(new Random(3).doubles(1000).toArray(), 7).stream()
                        .mapToInt(HistogramBin::count)
                        .sum())
                .isEqualTo(1000);
    }
}
