package dev.tradesuite.portfolio.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.portfolio.ExpectedReturnsModel;
import dev.tradesuite.contracts.portfolio.RiskModel;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllocationCheckServiceTest {

    private static final MomentModels MODELS =
            new MomentModels(ExpectedReturnsModel.GEOMETRIC_MEAN, RiskModel.SAMPLE, 252, 500, 0.02, 0);

    private final AllocationCheckService checks = new AllocationCheckService(
            new AssetMomentsReader(new RegisteredReturns(_ -> List.of(), _ -> Map.of(), Clock.systemUTC())),
            new WorkLimit(1, Duration.ZERO));

    @Test
    void defaultsAreBrokenByWhatIsTooLargeTooSmallAndTooFew() {
        AllocationCheckService.Finding finding =
                check(weights("A", 0.6, "B", 0.36, "C", 0.02, "D", 0.02), Optional.empty());

        // 4 of 5 holdings; 0.6 over 0.5; 0.02 twice below 0.05
        assertThat(finding.broken())
                .extracting(AllocationCheckService.Measured::name)
                .containsExactly(
                        "fewest holdings",
                        "largest weight of A",
                        "least weight of C, for it is held",
                        "least weight of D, for it is held");
        assertThat(finding.broken().get(1).excess()).isCloseTo(0.1, within(1e-12));
        assertThat(finding.warnings()).hasSize(1);
    }

    @Test
    void sumOfTheWeightsIsMeasured() {
        assertThat(check(weights("A", 0.2, "B", 0.2, "C", 0.2, "D", 0.2, "E", 0.1), Optional.empty())
                        .broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.excess()).isCloseTo(0.1, within(1e-12)));
    }

    /** A and B are correlated by 0.9 and have 0.7 together. */
    @Test
    void whatMovesTogetherIsKnownFromData() {
        double[][] rows = {{1, 0.9, 0, 0, 0}, {0.9, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}};
        AssetData data =
                new AssetData.Given(List.of("A", "B", "C", "D", "E"), new double[5], SymmetricMatrix.of(rows), false);

        assertThat(check(weights("A", 0.35, "B", 0.35, "C", 0.1, "D", 0.1, "E", 0.1), Optional.of(data))
                        .broken())
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.name()).isEqualTo("most of A, B (correlated above 0.6)");
                    assertThat(broken.excess()).isCloseTo(0.2, within(1e-12));
                });
    }

    private AllocationCheckService.Finding check(Map<String, Double> weights, Optional<AssetData> data) {
        return checks.check(new AllocationCheckService.Question(weights, data, MODELS, WeightRules.DEFAULT, Map.of()));
    }

    private static Map<String, Double> weights(Object... codesAndWeights) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < codesAndWeights.length; i += 2) {
            weights.put((String) codesAndWeights[i], (Double) codesAndWeights[i + 1]);
        }
        return weights;
    }
}
