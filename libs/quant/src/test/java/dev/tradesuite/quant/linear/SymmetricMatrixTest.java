package dev.tradesuite.quant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

    private static final SymmetricMatrix MATRIX = SymmetricMatrix.of(new double[][] {{4, 2}, {2, 9}});

    @Test
    void multipliesAndMeasures() {
        // (4 x 0.5 + 2 x 0.25, 2 x 0.5 + 9 x 0.25)
        assertThat(MATRIX.times(new double[] {0.5, 0.25})).containsExactly(2.5, 3.25);
        // 0.5 x 2.5 + 0.25 x 3.25
        assertThat(MATRIX.quadratic(new double[] {0.5, 0.25})).isEqualTo(2.0625);
        assertThat(MATRIX.trace()).isEqualTo(13);
        assertThat(MATRIX.deviations()).containsExactly(2, 3);
        // 2 / (2 x 3)
        assertThat(MATRIX.correlation().get(0, 1)).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void changesNothingInPlace() {
        MATRIX.toArray()[0][0] = 7;
        MATRIX.row(0)[0] = 7;

        assertThat(MATRIX.get(0, 0)).isEqualTo(4);
    }

    @Test
    void combinesScalesAndPermutes() {
        assertThat(MATRIX.combined(0.5, SymmetricMatrix.identity(2), 3))
                .isEqualTo(SymmetricMatrix.of(new double[][] {{5, 1}, {1, 7.5}}));
        assertThat(MATRIX.scaledBy(new double[] {10, 1}))
                .isEqualTo(SymmetricMatrix.of(new double[][] {{400, 20}, {20, 9}}));
        assertThat(MATRIX.part(1, 0)).isEqualTo(SymmetricMatrix.of(new double[][] {{9, 2}, {2, 4}}));
        assertThat(MATRIX.part(1)).isEqualTo(SymmetricMatrix.diagonal(9));
    }

    @Test
    void averagesHalvesThatDifferByRounding() {
        assertThat(SymmetricMatrix.of(new double[][] {{1, 0.5}, {0.5 + 2e-16, 1}})
                        .get(0, 1))
                .isCloseTo(0.5, within(2e-16));
    }

    @Test
    void refusesWhatIsNoSymmetricMatrix() {
        refuses(new double[][] {}, QuantProblem.EMPTY);
        refuses(new double[][] {{1, 2}}, QuantProblem.WRONG_SIZE);
        refuses(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}, QuantProblem.NOT_FINITE);
        refuses(new double[][] {{1, 0.5}, {0.4, 1}}, QuantProblem.NOT_SYMMETRIC);
    }

    @Test
    void refusesAVarianceBelowZeroAndACorrelationOfNothing() {
        assertThatThrownBy(() -> SymmetricMatrix.diagonal(1, -1).deviations())
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.problem())
                        .isEqualTo(QuantProblem.NOT_POSITIVE_SEMIDEFINITE));
        assertThatThrownBy(() -> SymmetricMatrix.diagonal(1, 0).correlation())
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.problem()).isEqualTo(QuantProblem.CONSTANT_SERIES));
    }

    private static void refuses(double[][] rows, QuantProblem why) {
        assertThatThrownBy(() -> SymmetricMatrix.of(rows))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.problem()).isEqualTo(why));
    }
}
