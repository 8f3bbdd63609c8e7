package dev.tradesuite.learning.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.ModelFormatException;
import org.junit.jupiter.api.Test;

/**
 * A tree with feature 0 up to 1.5: leaf 0.3, else feature 1 up to 0: leaf -0.2, else 0.1; then one with a single leaf.
 */
class LightGbmTextTest {

    private static final double EXACT = 1e-15;

    private static final String MODEL =
            """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=1
            objective=binary sigmoid:1
            feature_names=a b
            tree_sizes=300 100

            Tree=0
            num_leaves=3
            num_cat=0
            split_feature=0 1
            threshold=1.5 0
            decision_type=10 8
            left_child=-1 -2
            right_child=1 -3
            leaf_value=0.3 -0.2 0.1
            is_linear=0
            shrinkage=0.1

            Tree=1
            num_leaves=1
            num_cat=0
            split_feature=
            threshold=
            decision_type=
            left_child=
            right_child=
            leaf_value=0.05
            is_linear=0

            end of trees

            parameters:
            [boosting: gbdt]
            end of parameters
            """;

    private final LightGbmTrees trees = LightGbmText.read(MODEL);

    @Test
    void aValueUpToTheThresholdGoesLeft() {
        assertThat(trees.features()).isEqualTo(2);
        assertThat(trees.probability(new double[] {1.5, 0})).isCloseTo(logistic(0.35), within(EXACT));
        assertThat(trees.probability(new double[] {1.6, 0})).isCloseTo(logistic(-0.15), within(EXACT));
        assertThat(trees.probability(new double[] {1.6, 0.1})).isCloseTo(logistic(0.15), within(EXACT));
    }

    @Test
    void aMissingValueGoesWhereTheNodeSays() {
        // 10 is missing NaN, default left; 8 is missing NaN, default right.
        assertThat(trees.probability(new double[] {Double.NaN, 5})).isCloseTo(logistic(0.35), within(EXACT));
        assertThat(trees.probability(new double[] {2, Double.NaN})).isCloseTo(logistic(0.15), within(EXACT));
    }

    @Test
    void aNodeMayTakeZeroForMissingOrNothing() {
        // 4 is missing zero, default right: 0 and NaN go right; 2 is missing none, default left: NaN counts as 0.
        LightGbmTrees zero = LightGbmText.read(MODEL.replace("decision_type=10 8", "decision_type=4 2"));

        assertThat(zero.probability(new double[] {0, 1})).isCloseTo(logistic(0.15), within(EXACT));
        assertThat(zero.probability(new double[] {Double.NaN, 1})).isCloseTo(logistic(0.15), within(EXACT));
        assertThat(zero.probability(new double[] {1, 1})).isCloseTo(logistic(0.35), within(EXACT));
        assertThat(zero.probability(new double[] {2, Double.NaN})).isCloseTo(logistic(-0.15), within(EXACT));
    }

    @Test
    void steepnessIsThatOfTheObjective() {
        LightGbmTrees steep = LightGbmText.read(MODEL.replace("sigmoid:1", "sigmoid:2"));

        assertThat(steep.probability(new double[] {1.5, 0})).isCloseTo(logistic(0.7), within(EXACT));
    }

    @Test
    void whatIsNotSupportedIsRefused() {
        refuses(MODEL.replace("decision_type=10 8", "decision_type=1 8"), "categories");
        refuses(MODEL.replaceFirst("num_cat=0", "num_cat=1"), "categories");
        refuses(MODEL.replaceFirst("is_linear=0", "is_linear=1"), "linear leaves");
        refuses(MODEL.replace("num_class=1", "num_class=3"), "more than two classes");
        refuses(MODEL.replace("objective=binary sigmoid:1", "objective=regression"), "objective must be binary");
        refuses(MODEL.replace("label_index=0", "average_output"), "random forest");
    }

    @Test
    void damageIsRefused() {
        refuses("no model", "does not begin with 'tree'");
        refuses(MODEL.substring(0, MODEL.indexOf("end of trees")), "cut off");
        refuses(MODEL.replace("left_child=-1 -2", "left_child=-1 -4"), "a leaf that is not there");
        refuses(MODEL.replace("right_child=1 -3", "right_child=0 -3"), "node 0 leads to 0");
        refuses(MODEL.replace("right_child=1 -3", "right_child=2 -3"), "node 0 leads to 2");
        refuses(MODEL.replace("split_feature=0 1", "split_feature=0 2"), "feature 2 of 2");
        refuses(MODEL.replace("leaf_value=0.3 -0.2 0.1", "leaf_value=0.3 -0.2"), "should have 3 values");
        refuses(MODEL.replace("threshold=1.5 0", "threshold=1.5 x"), "threshold has 'x'");
        refuses(MODEL.replace("tree_sizes=300 100", "tree_sizes=300"), "should have 1 trees, it has 2");
    }

    private static void refuses(String model, String because) {
        assertThatThrownBy(() -> LightGbmText.read(model))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(because);
    }

    private static double logistic(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
