package dev.tradesuite.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicCalibrationTest {

    @Test
    void violatorsArePooled() {
        IsotonicCalibration curve =
                IsotonicCalibration.fit(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, new double[] {0, 1, 0, 1, 1});

        assertThat(curve.probability(0.1)).isZero();
        assertThat(curve.probability(0.2)).isEqualTo(0.5);
        assertThat(curve.probability(0.3)).isEqualTo(0.5);
        assertThat(curve.probability(0.35)).isCloseTo(0.75, within(1e-12));
        assertThat(curve.probability(0.4)).isEqualTo(1);
        assertThat(curve.probability(-1)).isZero();
        assertThat(curve.probability(2)).isEqualTo(1);
    }

    /** Every way to cut up to nine cases into groups is tried; the best that never falls is the answer. */
    @Test
    void findsWhatTryingEverythingFinds() {
        Random random = new Random(3);
        for (int run = 0; run < 500; run++) {
            int size = 1 + random.nextInt(9);
            double[] scores = new double[size];
            double[] outcomes = new double[size];
            for (int i = 0; i < size; i++) {
                scores[i] = i + 1;
                outcomes[i] = random.nextInt(2);
            }
            double[] best = bestByTrying(outcomes);
            IsotonicCalibration curve = IsotonicCalibration.fit(scores, outcomes);
            for (int i = 0; i < size; i++) {
                assertThat(curve.probability(scores[i])).isCloseTo(best[i], within(1e-12));
            }
        }
    }

    @Test
    void orderOfTheCasesDoesNotMatterAndEqualScoresGetEqualShares() {
        IsotonicCalibration curve =
                IsotonicCalibration.fit(new double[] {0.5, 0.2, 0.5, 0.2, 0.5, 0.5}, new double[] {1, 0, 0, 0, 1, 1});

        assertThat(curve.probability(0.5)).isEqualTo(0.75);
        assertThat(curve.probability(0.2)).isZero();
    }

    @Test
    void cornersGiveTheSameCurveAgain() {
        Random random = new Random(4);
        double[] scores = random.doubles(200).toArray();
        double[] outcomes = new double[200];
        for (int i = 0; i < 200; i++) {
            outcomes[i] = random.nextDouble() < scores[i] ? 1 : 0;
        }
        IsotonicCalibration curve = IsotonicCalibration.fit(scores, outcomes);
        IsotonicCalibration again = IsotonicCalibration.of(curve.scores(), curve.shares());

        for (double score = -0.1; score < 1.1; score += 0.01) {
            assertThat(again.probability(score)).isEqualTo(curve.probability(score));
        }
    }

    @Test
    void cornersThatFallAreRefused() {
        assertThatThrownBy(() -> IsotonicCalibration.of(new double[] {0, 1}, new double[] {0.5, 0.4}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsotonicCalibration.of(new double[] {1, 0}, new double[] {0.4, 0.5}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsotonicCalibration.of(new double[] {0}, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] bestByTrying(double[] outcomes) {
        int size = outcomes.length;
        double least = Double.POSITIVE_INFINITY;
        double[] best = new double[size];
        for (int cuts = 0; cuts < 1 << (size - 1); cuts++) {
            double[] shares = means(outcomes, cuts);
            double error = 0;
            boolean rising = true;
            for (int i = 0; i < size; i++) {
                error += (shares[i] - outcomes[i]) * (shares[i] - outcomes[i]);
                rising &= i == 0 || shares[i] >= shares[i - 1] - 1e-12;
            }
            if (rising && error < least - 1e-12) {
                least = error;
                best = shares;
            }
        }
        return best;
    }

    private static double[] means(double[] outcomes, int cuts) {
        double[] shares = new double[outcomes.length];
        int from = 0;
        double sum = 0;
        for (int i = 0; i < outcomes.length; i++) {
            sum += outcomes[i];
            if (i == outcomes.length - 1 || (cuts >> i & 1) == 1) {
                for (int j = from; j <= i; j++) {
                    shares[j] = sum / (i + 1 - from);
                }
                from = i + 1;
                sum = 0;
            }
        }
        return shares;
    }
}
