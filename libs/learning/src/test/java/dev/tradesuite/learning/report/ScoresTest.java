package dev.tradesuite.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void aucIsTheShareOfPairsInOrder() {
        Random random = new Random(2);
        double[] probabilities = new double[60];
        boolean[] outcomes = new boolean[60];
        for (int i = 0; i < 60; i++) {
            probabilities[i] = random.nextInt(10) / 10.0;
            outcomes[i] = random.nextBoolean();
        }
        double ordered = 0;
        double pairs = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (outcomes[i] && !outcomes[j]) {
                    pairs++;
                    ordered += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }

        assertThat(Scores.auc(probabilities, outcomes).orElseThrow()).isCloseTo(ordered / pairs, within(1e-12));
        assertThat(Scores.auc(new double[] {0.1, 0.2}, new boolean[] {true, true}))
                .isEmpty();
    }

    @Test
    void reliabilitySetsWhatWasForetoldBesideWhatCame() {
        double[] probabilities = {0.41, 0.45, 0.99, 1};
        List<ProbabilityFigures.Reliability> bins = ProbabilityFigures.of(
                        probabilities, probabilities, new boolean[] {true, false, true, true})
                .reliability();

        assertThat(bins).hasSize(2);
        assertThat(bins.getFirst().cases()).isEqualTo(2);
        assertThat(bins.getFirst().foretold()).isCloseTo(0.43, within(1e-12));
        assertThat(bins.getFirst().cameTrue()).isEqualTo(0.5);
        assertThat(bins.getLast().cameTrue()).isEqualTo(1);
    }

    @Test
    void figuresBeatTheBaseRateOnlyBelowIt() {
        boolean[] outcomes = {true, false, true, false};
        double[] half = {0.5, 0.5, 0.5, 0.5};

        assertThat(ProbabilityFigures.of(new double[] {0.9, 0.1, 0.8, 0.3}, half, outcomes)
                        .beatBaseRate())
                .isTrue();
        assertThat(ProbabilityFigures.of(half, half, outcomes).beatBaseRate()).isFalse();
    }
}
