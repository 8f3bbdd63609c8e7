package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharpeDifferenceTest {

    /**
     * Returns of +3 % and -1 % in turn have the mean 0.01; n = 100, so the deviation is 0.02 x sqrt(100 / 99) =
     * 0.0201008 and SR1 = 0.497494. Skewness 0 and kurtosis 1, so v1 = 1 / 99. With +1 % and -1 % SR2 = 0 and v2 = 1 /
     * 99. p = 2 Phi(-0.497494 / sqrt(2 / 99)) = 2 Phi(-3.50018) = 0.00046495.
     */
    @Test
    void workedExample() {
        assertThat(SharpeDifference.byChance(inTurn(100, 0.03, -0.01), inTurn(100, 0.01, -0.01))
                        .value()
                        .orElseThrow())
                .isCloseTo(0.000464947, within(1e-9));
    }

    @Test
    void sameRatiosDifferByChanceForSure() {
        double[] returns = inTurn(40, 0.02, -0.01);

        assertThat(SharpeDifference.byChance(returns, returns).value()).hasValue(1);
    }

    @Test
    void orderDoesNotMatter() {
        double[] one = inTurn(60, 0.02, -0.01);
        double[] other = inTurn(30, 0.01, -0.02);

        assertThat(SharpeDifference.byChance(one, other)).isEqualTo(SharpeDifference.byChance(other, one));
    }

    @Test
    void fewOrEqualReturnsTellNothing() {
        assertThat(SharpeDifference.byChance(inTurn(9, 0.02, -0.01), inTurn(60, 0.02, -0.01)))
                .isEqualTo(Metric.absent(MetricReason.TOO_FEW_RETURNS));
        assertThat(SharpeDifference.byChance(new double[20], inTurn(60, 0.02, -0.01)))
                .isEqualTo(Metric.absent(MetricReason.NO_VARIATION));
    }

    private static double[] inTurn(int count, double even, double odd) {
        return IntStream.range(0, count)
                .mapToDouble(i -> i % 2 == 0 ? even : odd)
                .toArray();
    }
}
