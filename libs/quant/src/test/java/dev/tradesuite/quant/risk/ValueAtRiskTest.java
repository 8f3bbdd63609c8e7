package dev.tradesuite.quant.risk;

import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.StockFiles;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueAtRiskTest {

    private static final TailLevel DAY = TailLevel.of(0.95);

    /** -0.01, -0.02 to -0.21: mean -0.11. */
    private static final double[] LADDER =
            IntStream.rangeClosed(1, 21).mapToDouble(i -> -0.01 * i).toArray();

    @Test
    void historicalReadsTheTailOffTheReturns() {
        // position 20 x 0.05 = 1: the second worst, -0.20; the mean of the two worst, 0.205
        TailRisk risk = ValueAtRisk.historical(LADDER, DAY);

        assertThat(value(risk.valueAtRisk())).isCloseTo(0.20, within(1e-12));
        assertThat(value(risk.expectedShortfall())).isCloseTo(0.205, within(1e-12));
        assertThat(risk.observations()).isEqualTo(21);
        // over 4 periods: 4 x 0.11 + 2 x 0.09
        assertThat(value(ValueAtRisk.historical(LADDER, new TailLevel(0.95, 4)).valueAtRisk()))
                .isCloseTo(0.62, within(1e-12));
    }

    @Test
    void normalNeedsMeanAndDeviation() {
        // 1,000 times 0.01 and -0.01: mean 0, deviation 0.01 x sqrt(1000 / 999) = 0.010005; x 1.644854 and x 0.103136 /
        // 0.05
        double[] returns = IntStream.range(0, 1000)
                .mapToDouble(i -> i % 2 == 0 ? 0.01 : -0.01)
                .toArray();
        TailRisk risk = ValueAtRisk.normal(returns, DAY);

        assertThat(value(risk.valueAtRisk())).isCloseTo(0.01645677, within(1e-8));
        assertThat(value(risk.expectedShortfall())).isCloseTo(0.02063745, within(1e-7));
        assertThat(value(ValueAtRisk.normal(returns, new TailLevel(0.95, 9)).valueAtRisk()))
                .isCloseTo(3 * value(risk.valueAtRisk()), within(1e-12));
    }

    @Test
    void cornishFisherBendsTheQuantile() {
        // z = -1.644854, S = -0.5, K = 2: z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36
        // = -1.644854 - 0.142129 + 0.040362 + 0.004696
        assertThat(new CornishFisherTail(-0.5, 2).quantile(-1.6448536)).isCloseTo(-1.741925, within(1e-6));
        assertThat(new CornishFisherTail(0, 0).quantile(-2)).isEqualTo(-2);
    }

    @Test
    void cornishFisherShortfallIsTheMeanOfItsQuantiles() {
        double[] returns = students(4000, 3);
        double tail = 0.05;
        double mean = IntStream.range(0, 4000)
                .mapToObj(k -> TailLevel.of(1 - tail * (k + 0.5) / 4000))
                .mapToDouble(
                        level -> value(ValueAtRisk.cornishFisher(returns, level).valueAtRisk()))
                .average()
                .orElseThrow();

        assertThat(value(ValueAtRisk.cornishFisher(returns, DAY).expectedShortfall()))
                .isCloseTo(mean, within(1e-5));
    }

    @Test
    void cornishFisherRefusesWhatItCannotDescribe() {
        double[] returns = new double[250];
        Arrays.fill(returns, 0.001);
        returns[10] = -0.3;
        returns[11] = 0.002;

        assertThat(ValueAtRisk.cornishFisher(returns, TailLevel.of(0.99)).valueAtRisk())
                .isEqualTo(Metric.absent(MetricReason.TOO_SKEWED));
    }

    @Test
    void drawnPathsApproachTheirDistributionAndRepeat() {
        double[] returns = students(2000, 5);
        TailRisk drawn = ValueAtRisk.monteCarlo(returns, DAY, 1);

        assertThat(ValueAtRisk.monteCarlo(returns, DAY, 1)).isEqualTo(drawn);
        assertThat(ValueAtRisk.monteCarlo(returns, DAY, 2)).isNotEqualTo(drawn);
        assertThat(value(drawn.valueAtRisk()))
                .isCloseTo(value(ValueAtRisk.historical(returns, DAY).valueAtRisk()), within(0.0015));
        double ten = value(
                ValueAtRisk.monteCarlo(returns, new TailLevel(0.95, 10), 1).valueAtRisk());
        assertThat(ten
                        / value(ValueAtRisk.normal(returns, new TailLevel(0.95, 10))
                                .valueAtRisk()))
                .isBetween(0.9, 1.1);
    }

    @Test
    void aStudentVariableHasTheVarianceAndKurtosisAskedFor() {
        StudentDraws draws = StudentDraws.of(1.5, new Random(9));
        double[] values =
                IntStream.range(0, 400_000).mapToDouble(_ -> draws.next()).toArray();
        double variance = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
        double fourth = Arrays.stream(values).map(x -> x * x * x * x).average().orElseThrow();

        assertThat(variance).isCloseTo(1, within(0.01));
        assertThat(fourth / variance / variance).isCloseTo(4.5, within(0.3));
    }

    @Test
    void filteringBringsReturnsToTheVolatilityOfNow() {
        // mean square 0.0004 x 5 / 2 = 0.001; then 0.5 x 0.001 + 0.5 x 0.0004 = 0.0007 and 0.5 x 0.0007 + 0.5 x 0.0016
        double[] filtered = new FilteredReturns(0.5).apply(new double[] {0.02, -0.04});
        double now = 0.5 * 0.0007 + 0.5 * 0.0016;

        assertThat(filtered)
                .containsExactly(
                        new double[] {0.02 * Math.sqrt(now / 0.001), -0.04 * Math.sqrt(now / 0.0007)}, within(1e-15));
    }

    @Test
    void quietTimesLowerTheFilteredRiskAndWildOnesRaiseIt() {
        double[] calmNow = students(600, 7);
        double[] wildNow = calmNow.clone();
        for (int t = 500; t < 600; t++) {
            calmNow[t] /= 3;
            wildNow[t] *= 3;
        }

        assertThat(value(ValueAtRisk.filtered(calmNow, DAY, 0.94).valueAtRisk()))
                .isLessThan(value(ValueAtRisk.historical(calmNow, DAY).valueAtRisk()));
        assertThat(value(ValueAtRisk.filtered(wildNow, DAY, 0.94).valueAtRisk()))
                .isGreaterThan(value(ValueAtRisk.historical(wildNow, DAY).valueAtRisk()));
    }

    @Test
    void shortfallIsNeverBelowTheValueAtRiskAndBothScale() {
        for (long seed = 0; seed < 20; seed++) {
            double[] returns = students(250, seed);
            double[] doubled = Arrays.stream(returns).map(r -> 2 * r).toArray();
            for (double confidence : new double[] {0.9, 0.95, 0.99}) {
                TailLevel level = TailLevel.of(confidence);
                for (int method = 0; method < 5; method++) {
                    TailRisk one = ValueAtRisk.all(returns, level, seed).get(method);
                    TailRisk two = ValueAtRisk.all(doubled, level, seed).get(method);
                    if (one.valueAtRisk().value().isPresent()) {
                        assertThat(value(one.expectedShortfall())).isGreaterThanOrEqualTo(value(one.valueAtRisk()));
                        assertThat(value(two.valueAtRisk())).isCloseTo(2 * value(one.valueAtRisk()), within(1e-9));
                    }
                }
            }
        }
    }

    @Test
    void aSureGainMovesTheLossByItself() {
        double[] returns = students(300, 4);
        double[] moved = Arrays.stream(returns).map(r -> r + 0.01).toArray();

        for (int method = 0; method < 4; method++) {
            assertThat(value(ValueAtRisk.all(moved, DAY, 1).get(method).valueAtRisk()))
                    .isCloseTo(
                            value(ValueAtRisk.all(returns, DAY, 1).get(method).valueAtRisk()) - 0.01, within(1e-12));
        }
    }

    @Test
    void tooFewReturnsAreAReasonAndNoNumber() {
        Metric tooFew = Metric.absent(MetricReason.TOO_FEW_RETURNS);
        assertThat(ValueAtRisk.all(students(19, 1), DAY, 1))
                .allSatisfy(risk -> assertThat(risk.valueAtRisk()).isEqualTo(tooFew));
        assertThat(ValueAtRisk.historical(students(20, 1), DAY).valueAtRisk().value())
                .isPresent();
        assertThat(ValueAtRisk.historical(students(99, 1), TailLevel.of(0.99)).expectedShortfall())
                .isEqualTo(tooFew);
        assertThat(ValueAtRisk.normal(students(99, 1), TailLevel.of(0.99))
                        .valueAtRisk()
                        .value())
                .isPresent();
        assertThat(ValueAtRisk.all(new double[50], DAY, 1)).allSatisfy(risk -> assertThat(risk.expectedShortfall())
                .isEqualTo(Metric.absent(MetricReason.NO_VARIATION)));
    }

    @Test
    void refusesBadInput() {
        refuses(QuantProblem.OUT_OF_RANGE, () -> TailLevel.of(1));
        refuses(QuantProblem.OUT_OF_RANGE, () -> TailLevel.of(Double.NaN));
        refuses(QuantProblem.OUT_OF_RANGE, () -> new TailLevel(0.95, 0));
        refuses(QuantProblem.NOT_FINITE, () -> ValueAtRisk.historical(new double[] {Double.NaN}, DAY));
        refuses(QuantProblem.OUT_OF_RANGE, () -> ValueAtRisk.filtered(LADDER, DAY, 1));
    }

    /** Days on which a loss exceeded what the 500 days before it said; 5 % of them should. */
    @Test
    void lossesOfRecordedPortfoliosExceedTheValueAtRiskAboutAsOftenAsSaid() {
        double[] portfolio = equalWeights(StockFiles.twentyStocks().returns());

        assertThat(exceedances(portfolio, returns -> ValueAtRisk.historical(returns, DAY)))
                .isBetween(0.045, 0.06);
        assertThat(exceedances(portfolio, returns -> ValueAtRisk.normal(returns, DAY)))
                .isBetween(0.035, 0.06);
        assertThat(exceedances(portfolio, returns -> ValueAtRisk.cornishFisher(returns, DAY)))
                .isBetween(0.035, 0.06);
        assertThat(exceedances(portfolio, returns -> ValueAtRisk.filtered(returns, DAY, 0.94)))
                .isBetween(0.045, 0.055);
        double[] hundred = equalWeights(StockFiles.hundredStocks().returns().complete());
        assertThat(exceedances(hundred, returns -> ValueAtRisk.filtered(returns, DAY, 0.94)))
                .isBetween(0.035, 0.075);
    }

    private static double[] equalWeights(ReturnTable returns) {
        double[] weights = new double[returns.assets()];
        Arrays.fill(weights, 1.0 / weights.length);
        return returns.portfolio(weights);
    }

    private static double exceedances(double[] portfolio, Function<double[], TailRisk> method) {
        int window = 500;
        int tried = 0;
        int exceeded = 0;
        for (int t = window; t < portfolio.length; t++) {
            TailRisk risk = method.apply(Arrays.copyOfRange(portfolio, t - window, t));
            if (risk.valueAtRisk().value().isPresent()) {
                tried++;
                exceeded += -portfolio[t] > value(risk.valueAtRisk()) ? 1 : 0;
            }
        }
        return exceeded / (double) tried;
    }

    private static double[] students(int count, long seed) {
        Random random = new Random(seed);
        StudentDraws draws = StudentDraws.of(1.5, random);
        return IntStream.range(0, count)
                .mapToDouble(_ -> 0.0005 + 0.01 * draws.next())
                .toArray();
    }

    private static double value(Metric metric) {
        return metric.value().orElseThrow();
    }
}
