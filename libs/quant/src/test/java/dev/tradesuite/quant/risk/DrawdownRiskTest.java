package dev.tradesuite.quant.risk;

import static dev.tradesuite.quant.moment.Tables.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.RandomMatrices;
import dev.tradesuite.quant.linear.Vectors;
import org.junit.jupiter.api.Test;

class DrawdownRiskTest {

    @Test
    void fallsBeginAtTheStartingCapital() {
        // 1 -> 0.9 -> 0.99 -> 1.188 -> 1.1286: falls 0.1, 0.01, 0, 0.05
        DrawdownRisk risk = DrawdownRisk.of(new double[] {-0.1, 0.1, 0.2, -0.05}, 0.5);

        assertThat(risk.maximum()).isCloseTo(0.1, within(1e-15));
        assertThat(risk.average()).isCloseTo(0.04, within(1e-15));
        // the deepest two of four
        assertThat(risk.conditional()).isCloseTo(0.075, within(1e-15));
        // (0.01 + 0.0001 + 0.0025) / 4 = 0.00315
        assertThat(risk.ulcer()).isCloseTo(Math.sqrt(0.00315), within(1e-15));
        assertThat(risk.current()).isCloseTo(0.05, within(1e-15));
        assertThat(risk.observations()).isEqualTo(4);
    }

    @Test
    void uncompoundedFallsAddReturns() {
        // sums -0.1, 0, 0.2, 0.15 under the highest 0, 0, 0.2, 0.2
        DrawdownRisk risk = DrawdownRisk.uncompounded(new double[] {-0.1, 0.1, 0.2, -0.05}, 0.7);

        assertThat(risk.maximum()).isCloseTo(0.1, within(1e-15));
        // 1.2 of four: (0.1 + 0.2 x 0.05) / 1.2
        assertThat(risk.conditional()).isCloseTo(0.11 / 1.2, within(1e-12));
    }

    @Test
    void theOrderOfMeasuresHolds() {
        for (long seed = 0; seed < 30; seed++) {
            double[] returns = Vectors.scaled(RandomMatrices.vector(300, seed), 0.01);
            DrawdownRisk mild = DrawdownRisk.of(returns, 0.8);
            DrawdownRisk strict = DrawdownRisk.of(returns, 0.99);

            assertThat(mild.average()).isLessThanOrEqualTo(mild.ulcer());
            assertThat(mild.conditional()).isBetween(mild.average(), strict.conditional());
            assertThat(strict.conditional()).isLessThanOrEqualTo(strict.maximum());
        }
        assertThat(DrawdownRisk.of(new double[] {0.1, 0.2}, 0.95).maximum()).isZero();
        assertThat(DrawdownRisk.of(new double[] {-1, 0.2}, 0.95).current()).isEqualTo(1);
    }

    @Test
    void refusesBadInput() {
        refuses(QuantProblem.EMPTY, () -> DrawdownRisk.of(new double[0], 0.95));
        refuses(QuantProblem.OUT_OF_RANGE, () -> DrawdownRisk.of(new double[] {-1.1}, 0.95));
        refuses(QuantProblem.OUT_OF_RANGE, () -> DrawdownRisk.of(new double[] {0.1}, 1.5));
        refuses(QuantProblem.NOT_FINITE, () -> DrawdownRisk.uncompounded(new double[] {Double.NaN}, 0.95));
    }
}
