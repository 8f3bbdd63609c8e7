package dev.tradesuite.learning.tree;

import dev.tradesuite.learning.ModelFormatException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON in which XGBoost 2 and 3 save a model: {@code gbtree} with the objective {@code binary:logistic}. */
public final class XgboostJson {

    private static final JsonMapper JSON = new JsonMapper();

    private XgboostJson() {}

    /** The trees; a model of another kind, with categories or with damage is refused. */
    public static XgboostTrees read(String json) {
        JsonNode learner = parsed(json).path("learner");
        require("objective", "binary:logistic", learner.path("objective").path("name"));
        JsonNode booster = learner.path("gradient_booster");
        require("booster", "gbtree", booster.path("name"));
        JsonNode parameters = learner.path("learner_model_param");
        int features = number(parameters.path("num_feature"), "num_feature");
        JsonNode trees = booster.path("model").path("trees");
        if (!trees.isArray()) {
            throw new ModelFormatException("the file has no trees of XGBoost");
        }
        List<XgboostTrees.Nodes> read = new ArrayList<>();
        for (JsonNode tree : trees) {
            read.add(nodes(read.size(), tree, features));
        }
        return new XgboostTrees(features, margin(parameters.path("base_score")), read);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new ModelFormatException("the file is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void require(String what, String expected, JsonNode found) {
        if (!found.asString("").equals(expected)) {
            throw new ModelFormatException(
                    "the %s must be %s, it is '%s'".formatted(what, expected, found.asString("")));
        }
    }

    /** The score every row begins with: the log-odds of the base score, which newer versions write as a list of one. */
    private static float margin(JsonNode baseScore) {
        String text = baseScore.asString("").replaceAll("[\\[\\]\\s]", "");
        try {
            float base = Float.parseFloat(text);
            if (base > 0 && base < 1) {
                return (float) -StrictMath.log(1f / base - 1f);
            }
        } catch (NumberFormatException e) {
            throw new ModelFormatException("the base score must be between 0 and 1, it is '%s'".formatted(text), e);
        }
        throw new ModelFormatException("the base score must be between 0 and 1, it is '%s'".formatted(text));
    }

    private static XgboostTrees.Nodes nodes(int number, JsonNode tree, int features) {
        if (!tree.path("categories").isEmpty()) {
            throw new ModelFormatException("tree %d splits by categories, which is not supported".formatted(number));
        }
        for (JsonNode type : tree.path("split_type")) {
            if (type.asInt(1) != 0) {
                throw new ModelFormatException(
                        "tree %d splits by categories, which is not supported".formatted(number));
            }
        }
        int[] left = ints(tree, "left_children", number);
        int size = left.length;
        int[] right = sized(ints(tree, "right_children", number), size, number);
        int[] feature = sized(ints(tree, "split_indices", number), size, number);
        int[] missing = sized(ints(tree, "default_left", number), size, number);
        float[] condition = floats(tree, size, number);
        TreeShape.require(number, left, right, feature, features);
        boolean[] missingLeft = new boolean[size];
        for (int node = 0; node < size; node++) {
            missingLeft[node] = missing[node] != 0;
            if (left[node] < 0 != right[node] < 0) {
                throw new ModelFormatException("tree %d is damaged: node %d has one child".formatted(number, node));
            }
        }
        return new XgboostTrees.Nodes(left, right, feature, condition, missingLeft);
    }

    private static int[] ints(JsonNode tree, String name, int number) {
        JsonNode array = tree.path(name);
        if (!array.isArray() || array.isEmpty()) {
            throw damaged(number, name);
        }
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = array.get(i);
            if (value.isBoolean()) {
                values[i] = value.booleanValue() ? 1 : 0;
            } else if (value.isIntegralNumber() && value.canConvertToInt()) {
                values[i] = value.intValue();
            } else {
                throw damaged(number, name);
            }
        }
        return values;
    }

    private static float[] floats(JsonNode tree, int size, int number) {
        JsonNode array = tree.path("split_conditions");
        float[] values = new float[size];
        if (array.size() != size) {
            throw damaged(number, "split_conditions");
        }
        for (int i = 0; i < size; i++) {
            JsonNode value = array.get(i);
            if (!value.isNumber() || !Float.isFinite((float) value.doubleValue())) {
                throw damaged(number, "split_conditions");
            }
            values[i] = (float) value.doubleValue();
        }
        return values;
    }

    private static int[] sized(int[] values, int size, int number) {
        if (values.length != size) {
            throw new ModelFormatException(
                    "tree %d is damaged: %d and %d nodes".formatted(number, size, values.length));
        }
        return values;
    }

    private static int number(JsonNode node, String name) {
        try {
            return Integer.parseInt(node.asString(""));
        } catch (NumberFormatException e) {
            throw new ModelFormatException("%s must be a number, it is '%s'".formatted(name, node.asString("")), e);
        }
    }

    private static ModelFormatException damaged(int tree, String what) {
        return new ModelFormatException("tree %d is damaged: %s".formatted(tree, what));
    }
}
