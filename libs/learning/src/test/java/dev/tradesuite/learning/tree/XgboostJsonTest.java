package dev.tradesuite.learning.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.ModelFormatException;
import org.junit.jupiter.api.Test;

/** One tree: feature 1 below 0.5 goes left to 0.2, else right to -0.4; a missing value goes right. */
class XgboostJsonTest {

    private static final String MODEL =
            """
            {"learner": {
              "learner_model_param": {"base_score": "[5E-1]", "num_feature": "2"},
              "objective": {"name": "binary:logistic"},
              "gradient_booster": {"name": "gbtree", "model": {"trees": [{
                "left_children": [1, -1, -1], "right_children": [2, -1, -1], "split_indices": [1, 0, 0],
                "split_conditions": [5E-1, 2E-1, -4E-1], "default_left": [0, 0, 0], "split_type": [0, 0, 0],
                "categories": []}]}}}}
            """;

    @Test
    void aValueBelowTheThresholdGoesLeft() {
        XgboostTrees trees = XgboostJson.read(MODEL);

        assertThat(trees.features()).isEqualTo(2);
        assertThat(trees.probability(new double[] {9, 0.4})).isCloseTo(logistic(0.2), within(1e-7));
        assertThat(trees.probability(new double[] {9, 0.5})).isCloseTo(logistic(-0.4), within(1e-7));
    }

    @Test
    void aMissingValueGoesWhereTheNodeSays() {
        double[] missing = {9, Double.NaN};

        assertThat(XgboostJson.read(MODEL).probability(missing)).isCloseTo(logistic(-0.4), within(1e-7));
        assertThat(XgboostJson.read(MODEL.replace("\"default_left\": [0,", "\"default_left\": [1,"))
                        .probability(missing))
                .isCloseTo(logistic(0.2), within(1e-7));
    }

    @Test
    void theBaseScoreIsWhereTheSumBegins() {
        XgboostTrees trees = XgboostJson.read(MODEL.replace("[5E-1]\"", "[3E-1]\""));

        assertThat(trees.probability(new double[] {9, 0.4}))
                .isCloseTo(logistic(0.2 + Math.log(0.3 / 0.7)), within(1e-7));
    }

    @Test
    void categoriesAreRefused() {
        refuses(MODEL.replace("\"split_type\": [0,", "\"split_type\": [1,"), "categories");
        refuses(MODEL.replace("\"categories\": []", "\"categories\": [3]"), "categories");
    }

    @Test
    void otherModelsAreRefused() {
        refuses(MODEL.replace("binary:logistic", "reg:squarederror"), "objective must be binary:logistic");
        refuses(MODEL.replace("gbtree", "gblinear"), "booster must be gbtree");
        refuses("{}", "objective");
        refuses("no json", "no JSON");
        refuses(MODEL.replace("[5E-1]\"", "2\""), "base score");
    }

    @Test
    void damageIsRefused() {
        refuses(MODEL.replace("\"left_children\": [1,", "\"left_children\": [0,"), "node 0 leads to 0");
        refuses(MODEL.replace("\"right_children\": [2,", "\"right_children\": [7,"), "node 0 leads to 7");
        refuses(MODEL.replace("\"right_children\": [2,", "\"right_children\": [1,"), "node 0 leads to 1");
        refuses(MODEL.replace("\"split_indices\": [1,", "\"split_indices\": [2,"), "feature 2 of 2");
        refuses(MODEL.replace("\"default_left\": [0, 0, 0]", "\"default_left\": [0, 0]"), "3 and 2 nodes");
        refuses(MODEL.replace("-4E-1", "\"x\""), "split_conditions");
        refuses(MODEL.substring(0, MODEL.length() / 2), "no JSON");
    }

    private static void refuses(String model, String because) {
        assertThatThrownBy(() -> XgboostJson.read(model))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(because);
    }

    private static double logistic(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
