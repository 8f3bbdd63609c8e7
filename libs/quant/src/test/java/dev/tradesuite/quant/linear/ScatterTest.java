package dev.tradesuite.quant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScatterTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "4, 4", "7, 3", "8, 6", "21, 9"})
    void addsTheProductsOfWeightedRowsToTheUpperHalf(int periods, int width) {
        Random random = new Random(periods);
        double[][] rows = rows(random, periods, width);
        double[] weights = random.doubles(periods).toArray();
        double[][] sums = new double[width][width];
        sums[0][width - 1] = 1;

        Scatter.add(weights, rows, sums);

        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                double expected = i == 0 && j == width - 1 ? 1 : 0;
                for (int t = 0; t < periods; t++) {
                    expected += weights[t] * rows[t][i] * rows[t][j];
                }
                assertThat(sums[i][j]).isCloseTo(expected, within(1e-13));
            }
        }
    }

    @Test
    void dividesTheProductsAndMirrorsThem() {
        SymmetricMatrix scatter = Scatter.of(new double[][] {{1, 2, 0}, {3, -1, 1}}, 2);

        assertThat(scatter)
                .isEqualTo(SymmetricMatrix.of(new double[][] {{5, -0.5, 1.5}, {-0.5, 2.5, -0.5}, {1.5, -0.5, 0.5}}));
    }

    @Test
    void tellsHowFarMatricesAreApart() {
        SymmetricMatrix matrix = SymmetricMatrix.of(new double[][] {{1, 2}, {2, 5}});

        assertThat(matrix.squaredDistance(SymmetricMatrix.identity(2))).isEqualTo(4 + 4 + 16);
    }

    private static double[][] rows(Random random, int periods, int width) {
        double[][] rows = new double[periods][];
        for (int t = 0; t < periods; t++) {
            rows[t] = random.doubles(width, -1, 1).toArray();
        }
        return rows;
    }
}
