package dev.tradesuite.quant.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.linear.RandomMatrices;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import org.junit.jupiter.api.Test;

class PositiveSemidefiniteTest {

    @Test
    void saysWhatItChanged() {
        // (1 2; 2 1): values -1 and 3; 3 x (1, 1)(1, 1)' / 2 = 1.5 everywhere
        PositiveSemidefinite repair = PositiveSemidefinite.of(SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}}));

        assertThat(repair.isChanged()).isTrue();
        assertThat(repair.negativeEigenvalues()).isEqualTo(1);
        assertThat(repair.smallestEigenvalue()).isCloseTo(-1, within(1e-15));
        assertThat(repair.matrix()
                        .combined(1, SymmetricMatrix.of(2, (_, _) -> 1.5), -1)
                        .largest())
                .isLessThan(1e-15);
        assertThat(repair.largestChange()).isCloseTo(0.5, within(1e-15));
        assertThat(repair.largestVarianceChange()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void leavesAloneWhatIsRight() {
        SymmetricMatrix singular = RandomMatrices.covariance(8, 3, 1);

        PositiveSemidefinite repair = PositiveSemidefinite.of(singular);

        assertThat(repair.isChanged()).isFalse();
        assertThat(repair.matrix()).isSameAs(singular);
        assertThat(repair.largestChange()).isZero();
    }

    @Test
    void whatItRepairedNeedsNoMoreRepair() {
        for (int seed = 0; seed < 20; seed++) {
            SymmetricMatrix matrix = RandomMatrices.covariance(12, 6, seed)
                    .combined(1, RandomMatrices.covariance(12, 3, seed + 100), -0.3);
            PositiveSemidefinite repair = PositiveSemidefinite.of(matrix);

            assertThat(repair.isChanged()).isTrue();
            assertThat(PositiveSemidefinite.of(repair.matrix()).isChanged()).isFalse();
            assertThat(SymmetricEigen.of(repair.matrix()).smallest()).isGreaterThan(-1e-13);
        }
    }
}
