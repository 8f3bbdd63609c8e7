package dev.tradesuite.quant.diversification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.returns.Correlation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairCorrelationsTest {

    /** As in CorrelationTest: 1 2 3 4 5 and 2 1 4 3 5 have 0.8. */
    @Test
    void agreesWithTheWorkedExample() {
        PairCorrelations pairs = PairCorrelations.of(table(new double[][] {{1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}}), 5);

        assertThat(pairs.get(0, 1)).hasValueCloseTo(0.8, within(1e-15));
        assertThat(pairs.get(1, 0)).isEqualTo(pairs.get(0, 1));
        assertThat(pairs.observations(0, 1)).isEqualTo(5);
    }

    /** The period that the second has not is left out of both: the same five pairs remain. */
    @Test
    void restsOnThePeriodsBothHave() {
        double[][] series = {{1, 9, 2, 3, 4, 5}, {2, Double.NaN, 1, 4, 3, 5}};

        PairCorrelations pairs = PairCorrelations.of(table(series), 5);

        assertThat(pairs.get(0, 1)).hasValueCloseTo(0.8, within(1e-15));
        assertThat(pairs.observations(0, 1)).isEqualTo(5);
    }

    @Test
    void pairWithFewerCommonPeriodsHasNone() {
        double[][] series = {{1, 2, 3, 4}, {2, Double.NaN, 4, 3}, {4, 1, 2, 2}};

        PairCorrelations pairs = PairCorrelations.of(table(series), 4);

        assertThat(pairs.get(0, 1)).isEmpty();
        assertThat(pairs.observations(0, 1)).isEqualTo(3);
        assertThat(pairs.get(0, 2)).isPresent();
    }

    @Test
    void seriesThatDoesNotVaryHasNone() {
        assertThat(PairCorrelations.of(table(new double[][] {{1, 2, 3}, {0.1, 0.1, 0.1}}), 2)
                        .get(0, 1))
                .isEmpty();
    }

    @Test
    void everyPairIsAsIfItWereAlone() {
        Random random = new Random(3);
        double[][] series = new double[6][40];
        Arrays.stream(series).forEach(values -> Arrays.setAll(values, _ -> random.nextGaussian()));
        series[4][7] = Double.NaN;

        PairCorrelations pairs = PairCorrelations.of(table(series), 20);

        for (int i = 0; i < 6; i++) {
            for (int j = i + 1; j < 6; j++) {
                int[] common = common(series[i], series[j]);
                assertThat(pairs.get(i, j).orElseThrow())
                        .isCloseTo(
                                Correlation.pearson(at(common, series[i]), at(common, series[j]))
                                        .orElseThrow(),
                                within(1e-14));
            }
        }
    }

    /** Variances 4 and 9, covariance 3: 3 / (2 x 3) = 0.5. */
    @Test
    void comesFromACovarianceToo() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{4, 3}, {3, 9}});

        assertThat(PairCorrelations.of(covariance, 30).triangle()).containsExactly(0.5);
    }

    @Test
    void triangleHasEveryPairOnce() {
        assertThat(PairCorrelations.pairs(5)).isEqualTo(10);
        assertThat(IntStream.range(0, 5).boxed().flatMap(i -> IntStream.range(i + 1, 5)
                        .mapToObj(j -> PairCorrelations.index(5, i, j))))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    /** 2 has no correlation with 0 and 1, which have 0.8: it is left out, and the mean is that of one pair. */
    @Test
    void figuresRestOnThePairsThatAreKnown() {
        double none = Double.NaN;
        PairCorrelations pairs = PairCorrelations.ofTriangle(3, new double[] {0.8, none, none}, new int[] {60, 3, 4});

        assertThat(pairs.average()).hasValue(0.8);
        assertThat(pairs.fewest()).isEqualTo(60);
        assertThat(pairs.complete()).containsExactly(0, 1);
        assertThat(pairs.matrix(0, 1)).isEqualTo(SymmetricMatrix.of(new double[][] {{1, 0.8}, {0.8, 1}}));
    }

    @Test
    void nothingIsKnownOfAssetsWithoutPairs() {
        PairCorrelations none = PairCorrelations.ofTriangle(2, new double[] {Double.NaN}, new int[] {0});

        assertThat(none.average()).isEmpty();
        assertThat(none.fewest()).isZero();
        assertThat(none.complete()).containsExactly(0);
        assertThat(PairCorrelations.ofTriangle(0, new double[0], new int[0]).complete())
                .isEmpty();
    }

    static ReturnTable table(double[][] series) {
        long[] ends = new long[series[0].length];
        Arrays.setAll(ends, t -> t);
        List<String> codes =
                IntStream.range(0, series.length).mapToObj(i -> "S" + i).toList();
        return ReturnTable.of(codes, ends, series);
    }

    private static int[] common(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .filter(t -> !Double.isNaN(x[t]) && !Double.isNaN(y[t]))
                .toArray();
    }

    private static double[] at(int[] periods, double[] values) {
        return Arrays.stream(periods).mapToDouble(t -> values[t]).toArray();
    }
}
