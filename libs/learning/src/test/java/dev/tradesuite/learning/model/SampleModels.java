package dev.tradesuite.learning.model;

import dev.tradesuite.learning.SyntheticBars;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.label.DecisionRule;
import dev.tradesuite.learning.label.LabelRule;
import dev.tradesuite.learning.label.Payoff;
import dev.tradesuite.learning.policy.NetworkKind;
import dev.tradesuite.learning.policy.PolicyText;
import dev.tradesuite.learning.policy.PpoSchedule;
import dev.tradesuite.learning.policy.PpoSettings;
import dev.tradesuite.learning.policy.PpoTrainer;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.report.PeriodFigures;
import dev.tradesuite.learning.report.ProbabilityFigures;
import dev.tradesuite.learning.report.TradeLog;
import dev.tradesuite.learning.report.TradingFigures;
import dev.tradesuite.learning.validation.PolicyBars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small models, as a training would leave them. */
final class SampleModels {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-03T01:55:00Z");

    private SampleModels() {}

    static ModelDraft draft(ModelKind kind) {
        return draft(kind, text(kind, "0.5"));
    }

    /** The same with another threshold. */
    static ModelDraft other(ModelKind kind) {
        return draft(kind, text(kind, "0.7"));
    }

    private static ModelDraft draft(ModelKind kind, String text) {
        PriceBars bars = SyntheticBars.walk(600, 3);
        return new ModelDraft(
                kind,
                Instant.parse("2026-02-01T12:00:00Z"),
                new ModelOrigin("EURUSD", "M5", FROM, TO, bars.size(), "sample.csv", Digests.ofBars(bars)),
                new ModelRecipe(kind.featuresVersion(), kind.featureNames(), Map.of("rounds", "1"), 42),
                report(kind),
                text,
                rules(kind));
    }

    private static @Nullable ClassifierRules rules(ModelKind kind) {
        LabelRule label = kind.label();
        if (label == null) {
            return null;
        }
        boolean both = label == LabelRule.UPPER_FIRST;
        return new ClassifierRules(
                new DecisionRule(label, new Payoff(1.4, -1.2), both ? new Payoff(-1.6, 0.9) : null),
                both ? new ClassifierRules.Curve(List.of(0.25, 0.75), List.of(0.4, 0.5)) : null);
    }

    private static ModelReport report(ModelKind kind) {
        ProbabilityFigures probabilities = kind.label() == null
                ? null
                : ProbabilityFigures.of(
                        new double[] {0.4, 0.6, 0.3}, new double[] {0.5, 0.5, 0.5}, new boolean[] {true, true, false});
        TradeLog log = new TradeLog();
        log.book(FROM.toEpochMilli(), 0.001);
        log.count(true);
        PeriodFigures period = new PeriodFigures(FROM, TO, 100, 20, probabilities, TradingFigures.of(log, 42));
        return ModelReport.of(List.of(period, period), period);
    }

    private static String text(ModelKind kind, String threshold) {
        return switch (kind) {
            case RL_PPO ->
                PolicyText.write(PpoTrainer.train(
                        PolicyBars.of(SyntheticBars.walk(400, 3)).series(100, 0.00008),
                        NetworkKind.LSTM,
                        4,
                        PpoSettings.DEFAULT,
                        new PpoSchedule(1, 2, 8, 1, 2),
                        (long) (10 * Double.parseDouble(threshold))));
            case ML_XGB ->
                """
                {"learner": {"learner_model_param": {"base_score": "5E-1", "num_feature": "17"},
                "objective": {"name": "binary:logistic"}, "gradient_booster": {"name": "gbtree", "model": {"trees": [
                {"left_children": [1, -1, -1], "right_children": [2, -1, -1], "split_indices": [3, 0, 0],
                "split_conditions": [%s, 0.3, -0.3], "default_left": [1, 0, 0]}]}}}}
                """
                        .formatted(threshold);
            case ML_LGBM ->
                """
                tree
                num_class=1
                num_tree_per_iteration=1
                max_feature_idx=16
                objective=binary sigmoid:1
                tree_sizes=10

                Tree=0
                num_leaves=2
                num_cat=0
                split_feature=5
                threshold=%s
                decision_type=10
                left_child=-1
                right_child=-2
                leaf_value=0.3 -0.3

                end of trees
                """
                        .formatted(threshold);
        };
    }
}
