package dev.tradesuite.quant.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairwiseCorrelationTest {

    private static final double NONE = Double.NaN;

    /**
     * Common are (1, 2), (2, 1) and (3, 3) hundredths: deviations -1, 0, 1 and 0, -1, 1, products 0 + 0 + 1, squares 2
     * and 2, so 1 / 2.
     */
    @Test
    void onlyCommonPeriodsCount() {
        assertThat(PairwiseCorrelation.of(table(
                                new double[] {0.01, 0.02, 0.03, NONE, 0.9}, new double[] {0.02, 0.01, 0.03, 0.7, NONE}))
                        .get(0, 1))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void completeHistoriesGiveTheCorrelationOfTheSample() {
        ReturnTable table = table(new double[] {0.01, 0.02, 0.04}, new double[] {0.02, 0.01, 0.05});

        assertThat(PairwiseCorrelation.of(table))
                .isEqualTo(SampleCovariance.of(table, 1).matrix().correlation());
    }

    @Test
    void pairWithoutCommonPeriodsIsRefused() {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(() -> PairwiseCorrelation.of(
                        table(new double[] {0.01, 0.02, NONE, NONE}, new double[] {NONE, NONE, 0.01, 0.02})))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(QuantProblem.TOO_FEW_OBSERVATIONS))
                .withMessage("A and B have 0 common returns");
    }

    private static ReturnTable table(double[] a, double[] b) {
        long[] ends = new long[a.length];
        for (int t = 0; t < ends.length; t++) {
            ends[t] = t;
        }
        return ReturnTable.of(List.of("A", "B"), ends, new double[][] {a, b});
    }
}
