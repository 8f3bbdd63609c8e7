package dev.tradesuite.brain.model.bar;

import dev.tradesuite.contracts.brain.PositionSignal;
import java.util.List;
import java.util.Map;

/**
 * The sides of several models, weighed: +1 long, -1 short, 0 otherwise, times the weight of the model.
 *
 * @param score sum of the weighted sides, -1 to 1
 * @param signals what the models with a weight said
 * @param votes the same, as it is shown
 */
public record WeightedSides(double score, List<BarSignal> signals, List<BarVote> votes) {

    /** Weights of the ensemble. */
    public static final Map<BarModelCode, Double> ENSEMBLE = Map.of(
            BarModelCode.RL_PPO, 0.3,
            BarModelCode.ML_LGBM, 0.25,
            BarModelCode.ML_XGB, 0.25,
            BarModelCode.LLM_CLAUDE, 0.2);

    /** The same without the overlay, which looks at the others. */
    public static final Map<BarModelCode, Double> WITHOUT_OVERLAY = Map.of(
            BarModelCode.RL_PPO, 0.3,
            BarModelCode.ML_LGBM, 0.25,
            BarModelCode.ML_XGB, 0.25);

    /** Weights have two decimals; sums of them are compared without the error of binary fractions. */
    public static final double ROUNDING = 1e-9;

    public WeightedSides {
        signals = List.copyOf(signals);
        votes = List.copyOf(votes);
    }

    /** The signals of models that have a weight, weighed. */
    public static WeightedSides of(List<BarSignal> said, Map<BarModelCode, Double> weights) {
        List<BarSignal> counted = said.stream()
                .filter(signal -> weights.containsKey(signal.code()))
                .toList();
        double score = counted.stream()
                .mapToDouble(signal -> weights.getOrDefault(signal.code(), 0.0) * signal.lean())
                .sum();
        List<BarVote> votes = counted.stream()
                .map(signal -> new BarVote(
                        signal.code(),
                        signal.position(),
                        weights.getOrDefault(signal.code(), 0.0),
                        signal instanceof BarSignal.Abstained))
                .toList();
        return new WeightedSides(score, counted, votes);
    }

    /** The side they come to: +1 long, -1 short, 0 neither. */
    public int lean() {
        return Math.abs(score) <= ROUNDING ? 0 : (int) Math.signum(score);
    }

    /** Mean size of the models that want this position; 0 when none does. */
    public double meanSizeOf(PositionSignal position) {
        return signals.stream()
                .filter(signal -> signal.position() == position)
                .mapToDouble(BarSignal::size)
                .average()
                .orElse(0);
    }
}
