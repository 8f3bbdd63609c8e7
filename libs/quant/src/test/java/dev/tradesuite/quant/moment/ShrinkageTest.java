package dev.tradesuite.quant.moment;

import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates that shrink, against their formulas written out pair by pair. */
class ShrinkageTest {

    private static final Map<String, Function<ReturnTable, CovarianceEstimate>> ESTIMATES = Map.of(
            "constant variance", returns -> LedoitWolf.constantVariance(returns, 252),
            "single factor", returns -> LedoitWolf.singleFactor(returns, 252),
            "constant correlation", returns -> LedoitWolf.constantCorrelation(returns, 252),
            "oracle", returns -> OracleApproximating.of(returns, 252));

    @Test
    void constantVarianceWorksOut() {
        // x = (1, -1, 1, -1) and y = (1, 1, -1, -1): S = I, so the distance to m I is 0 and nothing is shrunk
        ReturnTable square = Tables.returns(new double[] {1, -1, 1, -1}, new double[] {1, 1, -1, -1});
        assertThat(LedoitWolf.constantVariance(square, 1).shrinkage()).hasValue(0);

        // x = (2, -2, 0, 0), y = (0, 0, 1, -1): S = diag(2, 0.5), m = 1.25, d = 2 x 0.75^2 = 1.125
        // lengths^4 16, 16, 1, 1: mean 8.5; sum of S^2 4.25; b = (8.5 - 4.25) / 4 = 1.0625; a = 1.0625 / 1.125
        CovarianceEstimate estimate =
                LedoitWolf.constantVariance(Tables.returns(new double[] {2, -2, 0, 0}, new double[] {0, 0, 1, -1}), 1);
        double shrinkage = 1.0625 / 1.125;
        assertThat(estimate.shrinkage().orElseThrow()).isCloseTo(shrinkage, within(1e-15));
        assertThat(estimate.matrix().get(0, 0)).isCloseTo(2 - 0.75 * shrinkage, within(1e-15));
        assertThat(estimate.matrix().get(1, 1)).isCloseTo(0.5 + 0.75 * shrinkage, within(1e-15));
    }

    @Test
    void oracleApproximatingWorksOut() {
        // S = diag(2, 0.5), m = 1.25, q = 4.25 / 4 = 1.0625; (1.0625 + 1.5625) / (5 x (1.0625 - 0.78125)) = 1.87 > 1
        ReturnTable returns = Tables.returns(new double[] {2, -2, 0, 0}, new double[] {0, 0, 1, -1});
        assertThat(OracleApproximating.of(returns, 2).matrix()).isEqualTo(SymmetricMatrix.diagonal(2.5, 2.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSumsOverPeriodsAreTheSumsOverPairs(long seed) {
        ReturnTable returns = Tables.random(6, 40, seed);
        Pairs pairs = Pairs.of(returns);

        assertThat(LedoitWolf.singleFactor(returns, 252).shrinkage().orElseThrow())
                .isCloseTo(pairs.singleFactor(), within(1e-10));
        assertThat(LedoitWolf.constantCorrelation(returns, 252).shrinkage().orElseThrow())
                .isCloseTo(pairs.constantCorrelation(), within(1e-10));
    }

    @Test
    void shrinksWithinBoundsConditionsBetterAndKeepsTheOrderOfAssets() {
        ReturnTable returns = Tables.random(12, 30, 4);
        int[] order = {3, 1, 0, 2, 11, 10, 9, 8, 7, 6, 5, 4};
        double sample =
                SymmetricEigen.of(SampleCovariance.of(returns, 252).matrix()).conditionNumber();

        ESTIMATES.forEach((name, estimate) -> {
            CovarianceEstimate shrunk = estimate.apply(returns);
            assertThat(shrunk.shrinkage().orElseThrow()).as(name).isBetween(0.0, 1.0);
            assertThat(SymmetricEigen.of(shrunk.matrix()).conditionNumber())
                    .as(name)
                    .isLessThan(sample);
            SymmetricMatrix permuted = estimate.apply(returns.select(order)).matrix();
            assertThat(permuted.combined(1, shrunk.matrix().part(order), -1).largest())
                    .as(name)
                    .isLessThan(1e-14);
        });
    }

    @Test
    void scalingReturnsScalesTheMatrixAndNotTheShrinkage() {
        ReturnTable returns = Tables.random(5, 50, 6);
        double[][] tripled = new double[5][];
        for (int i = 0; i < 5; i++) {
            tripled[i] =
                    Arrays.stream(returns.series(i)).map(value -> 3 * value).toArray();
        }
        ESTIMATES.forEach((name, estimate) -> {
            CovarianceEstimate one = estimate.apply(returns);
            CovarianceEstimate three = estimate.apply(Tables.returns(tripled));
            assertThat(three.shrinkage().orElseThrow())
                    .as(name)
                    .isCloseTo(one.shrinkage().orElseThrow(), within(1e-10));
            assertThat(three.matrix().combined(1, one.matrix(), -9).largest())
                    .as(name)
                    .isLessThan(1e-13);
        });
    }

    /** Shrinkages computed once more in NumPy, with the full matrices of the papers. */
    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of(
                        (Supplier<PriceTable>) StockFiles::twentyStocks,
                        Map.of(
                                "constant variance", 0.004896666830,
                                "oracle", 0.001405718102,
                                "single factor", 0.012397045211,
                                "constant correlation", 0.017213615286)),
                Arguments.of(
                        (Supplier<PriceTable>) StockFiles::hundredStocks,
                        Map.of(
                                "constant variance", 0.037316797983,
                                "oracle", 0.007761227229,
                                "single factor", 0.095852405984,
                                "constant correlation", 0.247433932384)),
                Arguments.of(
                        (Supplier<PriceTable>) StockFiles::factorFunds,
                        Map.of(
                                "constant variance", 0.011587633445,
                                "oracle", 0.001310070412,
                                "single factor", 0.0,
                                "constant correlation", 0.341755592435)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void recordedPricesAreShrunkAsASecondProgramSays(Supplier<PriceTable> prices, Map<String, Double> shrinkages) {
        ReturnTable returns = prices.get().returns();
        double sample = SymmetricEigen.of(
                        SampleCovariance.of(returns.complete(), 252).matrix())
                .conditionNumber();

        shrinkages.forEach((name, shrinkage) -> {
            CovarianceEstimate shrunk = ESTIMATES
                    .getOrDefault(name, _ -> SampleCovariance.of(returns, 252))
                    .apply(returns);
            assertThat(shrunk.shrinkage().orElseThrow()).as(name).isCloseTo(shrinkage, within(1e-9));
            assertThat(SymmetricEigen.of(shrunk.matrix()).conditionNumber())
                    .as(name)
                    .isLessThanOrEqualTo(sample * (1 + 1e-9));
        });
        DenoisedCovariance denoised = DenoisedCovariance.of(returns, 252);
        assertThat(SymmetricEigen.of(denoised.estimate().matrix()).conditionNumber())
                .isLessThan(sample * (1 + 1e-9));
    }

    @Test
    void mostOfAHundredCorrelationsIsNoise() {
        DenoisedCovariance denoised =
                DenoisedCovariance.of(StockFiles.hundredStocks().returns(), 252);

        assertThat(denoised.estimate().observations()).isEqualTo(641);
        assertThat(denoised.signals()).isEqualTo(10);
        assertThat(denoised.noiseLimit()).isCloseTo(0.961354953691, within(1e-9));
    }

    @Test
    void aQuarterOfAHundredStocksIsSingularUntilShrunk() {
        ReturnTable all = StockFiles.hundredStocks().returns().complete();
        ReturnTable quarter = all.between(all.periods() - 63, all.periods());

        assertThat(SampleCovariance.of(quarter, 252).isRankDeficient()).isTrue();
        ESTIMATES.forEach((name, estimate) -> assertThat(
                        SymmetricEigen.of(estimate.apply(quarter).matrix()).conditionNumber())
                .as(name)
                .isLessThan(1e6));
    }

    @Test
    void refusesWhatCannotBeShrunk() {
        ReturnTable one = Tables.random(1, 20, 1);
        refuses(QuantProblem.ONE_ASSET, () -> LedoitWolf.singleFactor(one, 252));
        refuses(QuantProblem.ONE_ASSET, () -> LedoitWolf.constantCorrelation(one, 252));
        refuses(QuantProblem.TOO_FEW_OBSERVATIONS, () -> LedoitWolf.constantVariance(Tables.random(3, 1, 1), 252));
        refuses(
                QuantProblem.CONSTANT_SERIES,
                () -> OracleApproximating.of(Tables.returns(new double[] {1, 2}, new double[] {3, 3}), 252));
        refuses(
                QuantProblem.CONSTANT_SERIES,
                () -> LedoitWolf.singleFactor(Tables.returns(new double[] {1, -1, 2}, new double[] {-1, 1, -2}), 252));
        refuses(QuantProblem.OUT_OF_RANGE, () -> LedoitWolf.constantVariance(Tables.random(3, 9, 1), Double.NaN));
    }

    /** The formulas of the papers, one pair at a time. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pairs(double[][] x, int assets, int periods) {

        static Pairs of(ReturnTable returns) {
            double[][] x = new double[returns.assets()][];
            for (int i = 0; i < x.length; i++) {
                double[] series = returns.series(i);
                double mean = Arrays.stream(series).average().orElseThrow();
                x[i] = Arrays.stream(series).map(value -> value - mean).toArray();
            }
            return new Pairs(x, x.length, returns.periods());
        }

        double mean(IntToDoubleFunction term) {
            return IntStream.range(0, periods).mapToDouble(term).average().orElseThrow();
        }

        double singleFactor() {
            double[] market = new double[periods];
            for (int t = 0; t < periods; t++) {
                for (double[] series : x) {
                    market[t] += series[t] / assets;
                }
            }
            double v = mean(t -> market[t] * market[t]);
            double[] c = new double[assets];
            for (int i = 0; i < assets; i++) {
                double[] series = x[i];
                c[i] = mean(t -> series[t] * market[t]);
            }
            return intensity(
                    periods,
                    pair -> c[pair.i] * c[pair.j] / v,
                    pair -> (term1(pair, market) - c[pair.i] * pair.s) * c[pair.j] / v
                            + (term1(pair.swapped(), market) - c[pair.j] * pair.s) * c[pair.i] / v
                            - (mean(t -> pair.x[t] * pair.y[t] * market[t] * market[t]) - v * pair.s)
                                    * c[pair.i]
                                    * c[pair.j]
                                    / (v * v));
        }

        private double term1(Pair pair, double[] market) {
            return mean(t -> pair.x[t] * pair.x[t] * pair.y[t] * market[t]);
        }

        double constantCorrelation() {
            int divisor = periods - 1;
            double sum = 0;
            for (int i = 0; i < assets; i++) {
                for (int j = 0; j < i; j++) {
                    sum += s(i, j, divisor) / Math.sqrt(s(i, i, divisor) * s(j, j, divisor));
                }
            }
            double r = sum / (assets * (assets - 1) / 2.0);
            double k = divisor / (double) periods;
            return intensity(
                    divisor, pair -> r * Math.sqrt(s(pair.i, pair.i, divisor) * s(pair.j, pair.j, divisor)), pair -> {
                        double a = s(pair.i, pair.i, divisor);
                        double b = s(pair.j, pair.j, divisor);
                        double first = mean(t -> Math.pow(pair.x[t], 3) * pair.y[t]) + a * pair.s * (1 - 2 * k);
                        double second = mean(t -> Math.pow(pair.y[t], 3) * pair.x[t]) + b * pair.s * (1 - 2 * k);
                        return r / 2 * (Math.sqrt(b / a) * first + Math.sqrt(a / b) * second);
                    });
        }

        /** (sum of p - sum of r) / sum of (S - F)^2 / T; on the diagonal p = r and S = F. */
        private double intensity(int divisor, ToDoubleFunction<Pair> target, ToDoubleFunction<Pair> r) {
            double noise = 0;
            double distance = 0;
            double k = divisor / (double) periods;
            for (int i = 0; i < assets; i++) {
                for (int j = 0; j < assets; j++) {
                    if (i != j) {
                        Pair pair = new Pair(i, j, x[i], x[j], s(i, j, divisor));
                        noise += mean(t -> Math.pow(pair.x[t] * pair.y[t], 2)) + pair.s * pair.s * (1 - 2 * k);
                        noise -= r.applyAsDouble(pair);
                        distance += Math.pow(pair.s - target.applyAsDouble(pair), 2);
                    }
                }
            }
            return Math.clamp(noise / distance / periods, 0.0, 1.0);
        }

        private double s(int i, int j, int divisor) {
            return mean(t -> x[i][t] * x[j][t]) * periods / divisor;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(int i, int j, double[] x, double[] y, double s) {

        Pair swapped() {
            return new Pair(j, i, y, x, s);
        }
    }
}
