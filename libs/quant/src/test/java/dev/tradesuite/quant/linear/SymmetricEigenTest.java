package dev.tradesuite.quant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricEigenTest {

    @Test
    void takesAWorkedExampleApart() {
        // (2 1; 1 2): values 1 and 3, vectors (1, -1) and (1, 1) over the root of 2
        SymmetricEigen eigen = SymmetricEigen.of(SymmetricMatrix.of(new double[][] {{2, 1}, {1, 2}}));

        assertThat(eigen.values()).containsExactly(new double[] {1, 3}, within(1e-15));
        assertThat(Math.abs(eigen.vector(1)[0])).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(eigen.vector(0)[0]).isCloseTo(-eigen.vector(0)[1], within(1e-15));
        assertThat(eigen.conditionNumber()).isCloseTo(3, within(1e-14));
    }

    @Test
    void theSecondDifferenceHasKnownValues() {
        // 2 on the diagonal, -1 beside it: 2 - 2 cos(k pi / (n + 1))
        int n = 40;
        double[] values = SymmetricEigen.of(SymmetricMatrix.of(n, (i, j) -> i == j ? 2 : j - i == 1 ? -1 : 0))
                .values();

        for (int k = 1; k <= n; k++) {
            assertThat(values[k - 1]).isCloseTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "2, 1, 1",
        "3, 9, 1",
        "10, 4, 1",
        "50, 200, 1",
        "120, 60, 1",
        "30, 90, 1e-150",
        "30, 90, 1e150"
    })
    void valuesAndVectorsRebuildTheMatrix(int size, int rank, double scale) {
        SymmetricMatrix matrix = RandomMatrices.covariance(size, rank, 17).scaled(scale);

        SymmetricEigen eigen = SymmetricEigen.of(matrix);

        double tolerance = 1e-13 * size * matrix.largest();
        assertThat(eigen.with(eigen.values()).combined(1, matrix, -1).largest()).isLessThanOrEqualTo(tolerance);
        assertThat(eigen.values()).isSorted();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(Vectors.dot(eigen.vector(i), eigen.vector(j)))
                        .isCloseTo(i == j ? 1 : 0, within(1e-13 * size));
            }
        }
    }

    @Test
    void takesMatricesOfZerosAndOfRepeatedValues() {
        assertThat(SymmetricEigen.of(SymmetricMatrix.diagonal(0, 0, 0)).values())
                .containsOnly(0);
        assertThat(SymmetricEigen.of(SymmetricMatrix.of(5, (_, _) -> 1)).largest())
                .isCloseTo(5, within(1e-14));
        assertThat(SymmetricEigen.of(SymmetricMatrix.diagonal(1, 0)).conditionNumber())
                .isInfinite();
    }
}
