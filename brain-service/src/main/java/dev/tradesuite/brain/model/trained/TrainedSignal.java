package dev.tradesuite.brain.model.trained;

import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.MissingFeatures;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.learning.model.ModelAnswer;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.learning.model.TrainedModel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trained model says, as a signal.
 *
 * <p>Confidence of a position is the probability that it is right: of XGBoost that the trade of its primary rule wins,
 * of LightGBM that the upper barrier is reached first or, when short, that it is not, of a policy that of its choice
 * among three. Flat: of XGBoost that the trade does not win, of LightGBM 1 - |2 p - 1|, of a policy again that of its
 * choice.
 */
final class TrainedSignal {

    private static final String PROBABILITY = "probability";
    private static final String NO_EDGE = " Its report shows no edge.";

    private TrainedSignal() {}

    static ModelVersion version(BarModelCode code, TrainedModel model) {
        return new ModelVersion(code.name(), model.card().version(), false);
    }

    static BarSignal of(BarModelCode code, TrainedModel model, BarView view) {
        return switch (model.on(view.bars(), view.bar())) {
            case ModelAnswer.Abstained(var gap) ->
                BarSignal.Abstained.because(
                        code, version(code, model), MissingFeatures.reason(gap, view.closed(), model.lookBack()));
            case ModelAnswer.Decided decided ->
                BarSignal.Decided.of(
                        code,
                        version(code, model),
                        position(decided.position()),
                        confidence(model.card().model(), decided),
                        BarSignal.reasoning(
                                reasoning(model.card().model(), decided),
                                model.card().report().verdict().edge() ? "" : NO_EDGE),
                        features(decided),
                        score(model.card().model(), decided));
        };
    }

    private static BarScore score(ModelKind kind, ModelAnswer.Decided said) {
        return switch (kind) {
            case RL_PPO -> new BarScore.None(SignalReason.TAKES_MOST_PROBABLE);
            case ML_XGB, ML_LGBM ->
                new BarScore.Compared(
                        PROBABILITY,
                        said.probability(),
                        said.marks().stream()
                                .map(mark ->
                                        new BarScore.Mark(position(mark.side()), mark.isAbove(), mark.probability()))
                                .toList());
        };
    }

    private static PositionSignal position(int lean) {
        return lean == 0 ? PositionSignal.FLAT : lean > 0 ? PositionSignal.LONG : PositionSignal.SHORT;
    }

    private static double confidence(ModelKind kind, ModelAnswer.Decided said) {
        double probability = said.probability();
        return switch (kind) {
            case RL_PPO -> probability;
            case ML_XGB -> said.position() == 0 ? 1 - probability : probability;
            case ML_LGBM ->
                switch (said.position()) {
                    case 0 -> 1 - Math.abs(2 * probability - 1);
                    case 1 -> probability;
                    default -> 1 - probability;
                };
        };
    }

    private static String reasoning(ModelKind kind, ModelAnswer.Decided said) {
        String probability = Figures.twoDecimals(said.probability());
        return switch (kind) {
            case RL_PPO -> "The policy takes this position with a probability of %s.".formatted(probability);
            case ML_XGB ->
                "A trade in the direction of the last 12 bars wins after costs with a probability of %s: %s."
                        .formatted(probability, worth(said));
            case ML_LGBM ->
                "The upper barrier is reached first with a probability of %s: %s.".formatted(probability, worth(said));
        };
    }

    private static String worth(ModelAnswer.Decided said) {
        return said.position() == 0 ? "no side can be expected to pay" : "this side can be expected to pay";
    }

    private static Map<String, Double> features(ModelAnswer.Decided said) {
        Map<String, Double> features = new LinkedHashMap<>(said.features());
        features.put(PROBABILITY, said.probability());
        return features;
    }
}
