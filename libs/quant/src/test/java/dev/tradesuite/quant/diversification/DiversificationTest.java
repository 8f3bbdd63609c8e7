package dev.tradesuite.quant.diversification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import org.junit.jupiter.api.Test;

class DiversificationTest {

    /**
     * Volatilities 0.2 and 0.3, correlation 0.5, halves of each: 0.5 x 0.2 + 0.5 x 0.3 = 0.25 apart; variance 0.25 x
     * 0.04 + 0.25 x 0.09 + 2 x 0.25 x 0.03 = 0.0475; 0.25 / sqrt(0.0475) = 1.1470787.
     */
    @Test
    void ratioAgreesWithTheWorkedExample() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.04, 0.03}, {0.03, 0.09}});

        assertThat(Diversification.ratio(covariance)).hasValueCloseTo(1.1470787, within(1e-7));
        assertThat(Diversification.ratio(covariance, new double[] {1, 0})).hasValueCloseTo(1.0, within(1e-15));
    }

    /** Four independent ones of equal risk: 0.2 / sqrt(4 x 0.04 / 16) = 2 = sqrt(4). */
    @Test
    void ratioOfIndependentOnesIsTheRootOfTheirNumber() {
        assertThat(Diversification.ratio(SymmetricMatrix.diagonal(0.04, 0.04, 0.04, 0.04)))
                .hasValueCloseTo(2.0, within(1e-15));
    }

    @Test
    void mixWithoutRiskHasNoRatio() {
        assertThat(Diversification.ratio(SymmetricMatrix.of(new double[][] {{1, -1}, {-1, 1}})))
                .isEmpty();
    }

    /**
     * Correlation 0.6 of two has the eigenvalues 1.6 and 0.4, shares 0.8 and 0.2; -0.8 ln 0.8 - 0.2 ln 0.2 = 0.178515 +
     * 0.321888 = 0.500402; exp = 1.649385.
     */
    @Test
    void betsAgreeWithTheWorkedExample() {
        assertThat(Diversification.effectiveBets(equal(2, 0.6))).isCloseTo(1.649385, within(1e-6));
    }

    @Test
    void betsAreOneToTheNumberOfAssets() {
        assertThat(Diversification.effectiveBets(equal(5, 0))).isCloseTo(5, within(1e-12));
        assertThat(Diversification.effectiveBets(equal(5, 1))).isCloseTo(1, within(1e-9));
        assertThat(Diversification.effectiveBets(equal(5, 0.3)))
                .isGreaterThan(Diversification.effectiveBets(equal(5, 0.4)));
    }

    private static SymmetricMatrix equal(int size, double correlation) {
        return SymmetricMatrix.of(size, (i, j) -> i == j ? 1 : correlation);
    }
}
