package dev.tradesuite.quant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

    @Test
    void factorsAndSolvesAWorkedExample() {
        // (4 2; 2 10) = L L' with L = (2 0; 1 3)
        Cholesky cholesky = Cholesky.require(SymmetricMatrix.of(new double[][] {{4, 2}, {2, 10}}));

        assertThat(cholesky.lower(0, 0)).isEqualTo(2);
        assertThat(cholesky.lower(1, 0)).isEqualTo(1);
        assertThat(cholesky.lower(0, 1)).isZero();
        assertThat(cholesky.lower(1, 1)).isEqualTo(3);
        // 4 x 1 + 2 x 2 = 8; 2 x 1 + 10 x 2 = 22
        assertThat(cholesky.solve(new double[] {8, 22})).containsExactly(1, 2);
        // 4 x 10 - 2 x 2 = 36
        assertThat(cholesky.logDeterminant()).isCloseTo(Math.log(36), within(1e-14));
        assertThat(cholesky.timesLower(new double[] {1, 1})).containsExactly(2, 4);
        assertThat(cholesky.inverse().get(0, 0)).isCloseTo(10 / 36.0, within(1e-16));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60})
    void theSolutionSolves(int size) {
        SymmetricMatrix matrix = RandomMatrices.covariance(size, 3 * size, size);
        double[] b = RandomMatrices.vector(size, 11);

        assertThat(matrix.times(Cholesky.require(matrix).solve(b))).containsExactly(b, within(1e-10));
    }

    @Test
    void knowsASingularMatrix() {
        assertThat(Cholesky.of(RandomMatrices.covariance(6, 4, 3))).isEmpty();
        assertThat(Cholesky.of(SymmetricMatrix.diagonal(1, -1))).isEmpty();
        assertThatThrownBy(() -> Cholesky.require(SymmetricMatrix.diagonal(0))).isInstanceOf(QuantException.class);
    }
}
