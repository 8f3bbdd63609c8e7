package dev.tradesuite.learning.model;

import dev.tradesuite.learning.calibration.IsotonicCalibration;
import dev.tradesuite.learning.label.DecisionRule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a trade of the score of trees; {@code rules.json} of a version.
 *
 * @param decision payoffs that decide which side is worth a trade
 * @param calibration corners of the curve from scores to probabilities; absent where scores are taken as they are
 */
public record ClassifierRules(DecisionRule decision, @Nullable Curve calibration) {

    public ClassifierRules {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(decision.label(), "label");
        Objects.requireNonNull(decision.own(), "own");
    }

    /**
     * Corners of a calibration.
     *
     * @param scores ascending
     * @param shares 0 to 1, never falling
     */
    public record Curve(List<Double> scores, List<Double> shares) {

        public Curve {
            scores = List.copyOf(scores);
            shares = List.copyOf(shares);
            IsotonicCalibration.of(array(scores), array(shares));
        }

        /** The corners of a fitted curve. */
        public static Curve of(IsotonicCalibration calibration) {
            return new Curve(
                    Arrays.stream(calibration.scores()).boxed().toList(),
                    Arrays.stream(calibration.shares()).boxed().toList());
        }

        private IsotonicCalibration fitted() {
            return IsotonicCalibration.of(array(scores), array(shares));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** The curve from scores to probabilities; absent where scores are taken as they are. */
    @Nullable
    IsotonicCalibration curve() {
        return calibration == null ? null : calibration.fitted();
    }
}
