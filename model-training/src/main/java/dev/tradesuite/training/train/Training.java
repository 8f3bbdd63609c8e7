package dev.tradesuite.training.train;

import dev.tradesuite.learning.calibration.IsotonicCalibration;
import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.label.DecisionRule;
import dev.tradesuite.learning.label.LabelRule;
import dev.tradesuite.learning.label.TrainingRow;
import dev.tradesuite.learning.label.TrainingRows;
import dev.tradesuite.learning.label.TripleBarrier;
import dev.tradesuite.learning.model.ClassifierRules;
import dev.tradesuite.learning.model.ModelDraft;
import dev.tradesuite.learning.model.ModelOrigin;
import dev.tradesuite.learning.model.ModelRecipe;
import dev.tradesuite.learning.policy.PolicyText;
import dev.tradesuite.learning.policy.PpoSettings;
import dev.tradesuite.learning.policy.PpoTrainer;
import dev.tradesuite.learning.policy.TradingPolicy;
import dev.tradesuite.learning.policy.TradingSeries;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.validation.CalibratedClassifier;
import dev.tradesuite.learning.validation.ClassifierTrainer;
import dev.tradesuite.learning.validation.ClassifierWalk;
import dev.tradesuite.learning.validation.PolicyBars;
import dev.tradesuite.learning.validation.PolicyWalk;
import dev.tradesuite.learning.validation.WalkForward;
import dev.tradesuite.training.TrainingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Trains one model: first it is judged fold by fold on bars it has not seen, then it is trained on all of them. What is
 * served is the last; what its report says is from the folds.
 *
 * @param bars the bars
 * @param origin where they come from
 * @param order what is to be trained
 */
public record Training(PriceBars bars, ModelOrigin origin, TrainingOrder order) {

    /** Part of each training part on which the calibration is fitted. */
    private static final double CALIBRATION = 0.2;

    /** Bars with which five folds still have something to learn from. */
    private static final int FEWEST = 2_000;

    private static final int CELLS = 32;

    /** The model with its report. */
    public ModelDraft run(Instant now) {
        if (bars.size() < FEWEST) {
            throw new TrainingException("%,d bars of %s %s are too few to learn from; there must be %,d"
                    .formatted(bars.size(), origin.symbol(), origin.timeframe(), FEWEST));
        }
        return switch (order.kind()) {
            case RL_PPO -> policy(now);
            case ML_XGB -> {
                XgboostTrainer trainer = new XgboostTrainer(order.seed());
                yield classifier(now, trainer, trainer.parameters(), XgboostTrainer.rounds(), 0);
            }
            case ML_LGBM -> {
                LightGbmTrainer trainer = new LightGbmTrainer(order.seed());
                yield classifier(now, trainer, trainer.parameters(), LightGbmTrainer.rounds(), CALIBRATION);
            }
        };
    }

    private ModelDraft classifier(
            Instant now, ClassifierTrainer<TreeText> trainer, Map<String, Object> said, int rounds, double share) {
        LabelRule label = Objects.requireNonNull(order.kind().label());
        TripleBarrier barrier = TripleBarrier.DEFAULT;
        List<TrainingRow> rows = TrainingRows.of(bars, label, barrier, order.spread());
        if (rows.size() < FEWEST - BarFeatures.LOOK_BACK - barrier.horizon()) {
            throw new TrainingException("only %,d of %,d bars of %s %s move enough to learn from"
                    .formatted(rows.size(), bars.size(), origin.symbol(), origin.timeframe()));
        }
        ModelReport report = new ClassifierWalk(bars, label, share, WalkForward.DEFAULT, order.spread(), order.seed())
                .run(rows, trainer);
        CalibratedClassifier<TreeText> last =
                CalibratedClassifier.train(trainer, rows, share, WalkForward.DEFAULT.embargo());
        IsotonicCalibration calibration = last.calibration();
        Map<String, String> parameters = new LinkedHashMap<>();
        said.forEach((name, value) -> parameters.put(name, value.toString()));
        parameters.put("rounds", Integer.toString(rounds));
        parameters.put("label", label.name());
        parameters.put("barrier_atrs", Double.toString(barrier.atrs()));
        parameters.put("barrier_horizon", Integer.toString(barrier.horizon()));
        parameters.put("calibration_share", Double.toString(share));
        return draft(
                now,
                parameters,
                report,
                last.classifier().text(),
                new ClassifierRules(
                        DecisionRule.fit(label, rows, order.spread()),
                        calibration == null ? null : ClassifierRules.Curve.of(calibration)));
    }

    private ModelDraft policy(Instant now) {
        PolicyBars rows = PolicyBars.of(bars);
        ModelReport report = new PolicyWalk(WalkForward.DEFAULT, order.spread(), order.seed()).run(rows, this::trained);
        TradingPolicy last = trained(rows.series(rows.rows(), order.spread()));
        PpoSettings settings = PpoSettings.DEFAULT;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("network", order.network().name());
        parameters.put("cells", Integer.toString(CELLS));
        parameters.put("rounds", Integer.toString(order.schedule().rounds()));
        parameters.put("episodes", Integer.toString(order.schedule().episodes()));
        parameters.put("episode_bars", Integer.toString(order.schedule().length()));
        parameters.put("passes", Integer.toString(order.schedule().passes()));
        parameters.put("clip", Double.toString(settings.clip()));
        parameters.put("discount", Double.toString(settings.discount()));
        parameters.put("smoothing", Double.toString(settings.smoothing()));
        parameters.put("entropy_weight", Double.toString(settings.entropyWeight()));
        parameters.put("learning_rate", Double.toString(settings.learningRate()));
        return draft(now, parameters, report, PolicyText.write(last), null);
    }

    private TradingPolicy trained(TradingSeries series) {
        return PpoTrainer.train(series, order.network(), CELLS, PpoSettings.DEFAULT, order.schedule(), order.seed());
    }

    private ModelDraft draft(
            Instant now,
            Map<String, String> parameters,
            ModelReport report,
            String text,
            @Nullable ClassifierRules rules) {
        parameters.put("spread", BigDecimal.valueOf(order.spread()).toPlainString());
        parameters.put("folds", Integer.toString(WalkForward.DEFAULT.folds()));
        parameters.put("embargo_bars", Integer.toString(WalkForward.DEFAULT.embargo()));
        ModelRecipe recipe =
                new ModelRecipe(order.kind().featuresVersion(), order.kind().featureNames(), parameters, order.seed());
        return new ModelDraft(order.kind(), now, origin, recipe, report, text, rules);
    }
}
