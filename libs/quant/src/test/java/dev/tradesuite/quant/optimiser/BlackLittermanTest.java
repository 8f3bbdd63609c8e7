package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BlackLittermanTest {

    private static final SymmetricMatrix COVARIANCE = SymmetricMatrix.of(new double[][] {{0.04, 0.01}, {0.01, 0.09}});
    private static final Universe PRIOR = Universe.of(List.of("A", "B"), new double[] {0.05, 0.08}, COVARIANCE);

    @Test
    void aMarketInBalanceExpectsRiskAversionTimesCovariance() {
        // 2.5 x (0.04 x 0.6 + 0.01 x 0.4) + 0.02 and 2.5 x (0.01 x 0.6 + 0.09 x 0.4) + 0.02; 3 : 2 is 0.6 : 0.4
        assertThat(BlackLitterman.equilibriumReturns(COVARIANCE, new double[] {3, 2}, 2.5, 0.02))
                .containsExactly(new double[] {0.09, 0.125}, within(1e-15));
    }

    @Test
    void anAbsoluteViewMovesWhatHangsTogetherWithIt() {
        Universe posterior =
                BlackLitterman.posterior(PRIOR, List.of(ReturnView.absolute("A", 0.09)), BlackLitterman.USUAL_TAU);

        // t S P' = (0.002, 0.0005); t P S P' + O = 0.002 + 0.002; surprise 0.04: half of it for A, an eighth for B
        assertThat(posterior.expectedReturns()).containsExactly(new double[] {0.07, 0.085}, within(1e-15));
        // 1.05 S - (0.002, 0.0005)(0.002, 0.0005)' / 0.004
        assertThat(posterior.covariance().get(0, 0)).isCloseTo(0.042 - 0.001, within(1e-15));
        assertThat(posterior.covariance().get(0, 1)).isCloseTo(0.0105 - 0.00025, within(1e-15));
        assertThat(posterior.covariance().get(1, 1)).isCloseTo(0.0945 - 0.0000625, within(1e-15));
    }

    @Test
    void aRelativeViewMovesTheTwoApart() {
        Universe posterior = BlackLitterman.posterior(PRIOR, List.of(ReturnView.relative("B", "A", 0.01)), 0.05);

        // P S = (-0.03, 0.08), P S P' = 0.11; surprise 0.01 - 0.03 = -0.02, half of it: 0.5 x -0.02 x (-0.03, 0.08) /
        // 0.11
        assertThat(posterior.expectedReturns())
                .containsExactly(new double[] {0.05 + 0.0003 / 0.11, 0.08 - 0.0008 / 0.11}, within(1e-15));
    }

    @Test
    void confidenceIsThePartOfTheWayToTheView() {
        for (double confidence : new double[] {0, 0.25, 0.5, 1}) {
            Universe posterior = BlackLitterman.posterior(
                    PRIOR, List.of(ReturnView.absolute("A", 0.09).withConfidence(confidence)), 0.05);

            assertThat(posterior.expectedReturns()[0]).isCloseTo(0.05 + confidence * 0.04, within(1e-14));
        }
    }

    @Test
    void badViewsAreRefused() {
        assertProblem(() -> BlackLitterman.posterior(PRIOR, List.of(), 0.05), QuantProblem.EMPTY);
        assertProblem(
                () -> BlackLitterman.posterior(PRIOR, List.of(ReturnView.absolute("C", 0.1)), 0.05),
                QuantProblem.OUT_OF_RANGE);
        assertProblem(
                () -> BlackLitterman.posterior(PRIOR, List.of(ReturnView.absolute("A", 0.1)), 0),
                QuantProblem.OUT_OF_RANGE);
        assertProblem(() -> ReturnView.absolute("A", Double.NaN), QuantProblem.NOT_FINITE);
        assertProblem(() -> ReturnView.absolute("A", 0.1).withConfidence(1.5), QuantProblem.OUT_OF_RANGE);
        ReturnView certain = ReturnView.absolute("A", 0.1).withConfidence(1);
        assertProblem(
                () -> BlackLitterman.posterior(PRIOR, List.of(certain, certain), 0.05),
                QuantProblem.NOT_POSITIVE_DEFINITE);
    }

    private static void assertProblem(ThrowingCallable call, QuantProblem problem) {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
