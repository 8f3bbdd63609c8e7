package dev.tradesuite.quant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.cluster.Dendrogram.Merge;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DendrogramTest {

    /** Points 0, 1, 5, 7 on a line. */
    private static final SymmetricMatrix LINE = line(0, 1, 5, 7);

    @Test
    void joinsTheClosestFirst() {
        assertThat(Dendrogram.of(LINE, Linkage.SINGLE).merges())
                .containsExactly(new Merge(0, 1, 1, 2), new Merge(2, 3, 2, 2), new Merge(4, 5, 4, 4));
        assertThat(Dendrogram.of(LINE, Linkage.COMPLETE).merges().getLast().distance())
                .isEqualTo(7);
        // (5 + 7 + 4 + 6) / 4
        assertThat(Dendrogram.of(LINE, Linkage.AVERAGE).merges().getLast().distance())
                .isCloseTo(5.5, within(1e-12));
        // centres 0.5 and 6: sqrt(2 x 2 x 2 / (2 + 2)) x 5.5
        assertThat(Dendrogram.of(LINE, Linkage.WARD).merges().getLast().distance())
                .isCloseTo(Math.sqrt(2) * 5.5, within(1e-12));
    }

    @Test
    void leavesStandWithTheSmallerClusterFirst() {
        Dendrogram tree = Dendrogram.of(line(7, 0, 5, 1), Linkage.SINGLE);

        // (1, 3) is cluster 4, (0, 2) cluster 5
        assertThat(tree.items(tree.root())).containsExactly(1, 3, 0, 2);
        assertThat(tree.cut(1)).containsExactly(6);
        assertThat(tree.cut(2)).containsExactly(4, 5);
        assertThat(tree.cut(3)).containsExactly(4, 0, 2);
        assertThat(tree.cut(4)).containsExactly(1, 3, 0, 2);
        assertThatExceptionOfType(QuantException.class).isThrownBy(() -> tree.cut(5));
    }

    @Test
    void correlationsBecomeDistances() {
        SymmetricMatrix correlation = SymmetricMatrix.of(new double[][] {{1, 0.5, -1}, {0.5, 1, 0}, {-1, 0, 1}});

        // sqrt((1 - 0.5) / 2) = 0.5, then the nearer of 1 and sqrt(0.5)
        assertThat(Dendrogram.ofCorrelation(correlation, Linkage.SINGLE).merges())
                .containsExactly(new Merge(0, 1, 0.5, 2), new Merge(2, 3, Math.sqrt(0.5), 3));
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void everyItemIsInTheTreeOnceAlsoWhenAllAreEquallyFar(Linkage linkage) {
        Dendrogram tree = Dendrogram.of(SymmetricMatrix.of(17, (i, j) -> i == j ? 0 : 1), linkage);

        assertThat(tree.items(tree.root()))
                .containsExactlyInAnyOrder(IntStream.range(0, 17).toArray());
    }

    private static SymmetricMatrix line(double... points) {
        return SymmetricMatrix.of(points.length, (i, j) -> Math.abs(points[i] - points[j]));
    }
}
