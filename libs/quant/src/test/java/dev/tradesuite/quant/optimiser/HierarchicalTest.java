package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchicalTest {

    /** A and B move together (correlation 0.75), C on its own; variances 0.04, 0.04 and 0.16. */
    private static final Universe TRIPLE =
            Universe.of(List.of("A", "B", "C"), new double[3], SymmetricMatrix.of(new double[][] {
                {0.04, 0.03, 0}, {0.03, 0.04, 0}, {0, 0, 0.16}
            }));

    @Test
    void hrpHalvesTheOrderOfTheTree() {
        // order C | A B (cluster 2 before cluster 3): C alone 0.16; A and B halves, variance (0.04 + 0.03) / 2 = 0.035
        double ofC = 0.035 / (0.16 + 0.035);
        assertThat(Hierarchical.of(TRIPLE, Linkage.SINGLE).hrp().weights())
                .containsExactly(new double[] {(1 - ofC) / 2, (1 - ofC) / 2, ofC}, within(1e-15));
    }

    @Test
    void hercSharesBetweenClustersByTheirVariances() {
        // clusters {A, B} with 0.035 and {C} with 0.16
        double ofC = 0.035 / (0.16 + 0.035);
        assertThat(Hierarchical.of(TRIPLE, Linkage.SINGLE).herc(2).weights())
                .containsExactly(new double[] {(1 - ofC) / 2, (1 - ofC) / 2, ofC}, within(1e-15));
        // one cluster: 1 / 0.04 : 1 / 0.04 : 1 / 0.16 = 4 : 4 : 1
        assertThat(Hierarchical.of(TRIPLE, Linkage.SINGLE).herc(1).weights())
                .containsExactly(new double[] {4 / 9.0, 4 / 9.0, 1 / 9.0}, within(1e-15));
        // each alone: first C against both, whose variances add up to 0.08
        double alone = 0.08 / (0.16 + 0.08);
        assertThat(Hierarchical.of(TRIPLE, Linkage.SINGLE).herc(3).weights())
                .containsExactly(new double[] {(1 - alone) / 2, (1 - alone) / 2, alone}, within(1e-15));
    }

    @Test
    void ncoOfOneClusterIsTheLeastVariance() {
        Universe universe = RandomProblems.universe(new Random(3), 12);
        Hierarchical tree = Hierarchical.of(universe, Linkage.WARD);
        double[] least = MeanVariance.of(universe, Constraints.of(universe.codes()))
                .minVolatility()
                .weights();

        assertThat(tree.nco(1).weights()).containsExactly(least, within(1e-10));
        assertThat(tree.nco(12).weights()).containsExactly(least, within(1e-10));
        // {A, B} in halves 0.035, C 0.16, uncorrelated
        assertThat(Hierarchical.of(TRIPLE, Linkage.SINGLE).nco(2).weight(2))
                .isCloseTo(0.035 / (0.16 + 0.035), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void weightsArePositiveAndSumToOne(Linkage linkage) {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            Universe universe = RandomProblems.universe(random, 2 + random.nextInt(30));
            Hierarchical tree = Hierarchical.of(universe, linkage);
            for (Allocation allocation : List.of(tree.hrp(), tree.herc(2), tree.nco(2))) {
                assertThat(Vectors.sum(allocation.weights())).isCloseTo(1, within(1e-12));
                assertThat(allocation.byCode().values()).allMatch(weight -> weight >= 0);
            }
            assertThat(tree.hrp().byCode().values()).allMatch(weight -> weight > 0);
        }
    }

    @Test
    void singleLinkageGivesThePublishedResult() {
        StockPrices prices = StockPrices.read("stock_prices.csv");
        Universe universe = Universe.of(prices.codes(), prices.arithmeticMeans(), prices.covariance());

        Allocation allocation = Hierarchical.of(universe, prices.pairwiseCorrelation(), Linkage.SINGLE)
                .hrp();

        PortfolioPerformance performance = PortfolioPerformance.of(universe, allocation.weights(), 0.02);
        assertThat(performance.expectedReturn()).isCloseTo(0.2135340238, within(1e-9));
        assertThat(performance.volatility()).isCloseTo(0.1784415974, within(1e-9));
        assertThat(performance.sharpe().value().orElseThrow()).isCloseTo(1.0845790813, within(1e-9));
    }

    @Test
    void tooManyClustersAreRefused() {
        assertThatExceptionOfType(QuantException.class)
                .isThrownBy(() -> Hierarchical.of(TRIPLE, Linkage.SINGLE).herc(4))
                .withMessage("3 items make 1 to 3 clusters, not 4");
    }
}
