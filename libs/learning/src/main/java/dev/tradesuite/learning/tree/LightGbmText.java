package dev.tradesuite.learning.tree;

import dev.tradesuite.learning.ModelFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the text in which LightGBM 3 and 4 save a model: one class against another, objective {@code binary}. */
public final class LightGbmText {

    private static final String TREE = "Tree=";
    private static final String END = "end of trees";
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;

    private LightGbmText() {}

    /** The trees; a model of another kind, with categories, linear leaves or damage is refused. */
    public static LightGbmTrees read(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals("tree")) {
            throw new ModelFormatException("the file is no model of LightGBM: it does not begin with 'tree'");
        }
        if (!lines.contains(END)) {
            throw new ModelFormatException("the model of LightGBM is cut off: '%s' is missing".formatted(END));
        }
        List<Block> blocks = blocks(lines);
        Block head = blocks.getFirst();
        requireOneScore(head, lines);
        int features = head.number("max_feature_idx") + 1;
        List<LightGbmTrees.Nodes> trees = new ArrayList<>();
        for (Block block : blocks.subList(1, blocks.size())) {
            trees.add(nodes(block, features));
        }
        requireAllTrees(head, trees.size());
        return new LightGbmTrees(features, steepness(head), trees);
    }

    private static void requireOneScore(Block head, List<String> lines) {
        if (head.number("num_class") != 1 || head.number("num_tree_per_iteration") != 1) {
            throw new ModelFormatException("the model of LightGBM has more than two classes");
        }
        if (lines.contains("average_output")) {
            throw new ModelFormatException("a random forest of LightGBM is not supported");
        }
    }

    /** The head has the length of every tree. */
    private static void requireAllTrees(Block head, int found) {
        String sizes = head.text("tree_sizes").strip();
        int expected = sizes.isEmpty() ? 0 : sizes.split("\\s+", -1).length;
        if (found != expected) {
            throw new ModelFormatException("the model should have %d trees, it has %d".formatted(expected, found));
        }
    }

    private static double steepness(Block head) {
        String objective = head.text("objective");
        List<String> words = List.of(objective.split("\\s+", -1));
        double steepness = 1;
        for (String word : words) {
            if (word.startsWith("sigmoid:")) {
                steepness = head.real("sigmoid", word.substring("sigmoid:".length()));
            }
        }
        if (!words.getFirst().equals("binary") || !(steepness > 0)) {
            throw new ModelFormatException("the objective must be binary, it is '%s'".formatted(objective));
        }
        return steepness;
    }

    /** The head, then one block per tree. */
    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        Block current = new Block("the head", new HashMap<>());
        blocks.add(current);
        for (String line : lines.subList(0, lines.indexOf(END))) {
            if (line.startsWith(TREE)) {
                current = new Block("tree " + line.substring(TREE.length()), new HashMap<>());
                blocks.add(current);
            }
            int sign = line.indexOf('=');
            if (sign > 0) {
                current.values.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return blocks;
    }

    private static LightGbmTrees.Nodes nodes(Block block, int features) {
        int leaves = block.number("num_leaves");
        if (leaves < 1 || block.number("num_cat") != 0) {
            throw new ModelFormatException("%s splits by categories, which is not supported".formatted(block.name));
        }
        if (block.values.getOrDefault("is_linear", "0").equals("1")) {
            throw new ModelFormatException("%s has linear leaves, which are not supported".formatted(block.name));
        }
        int inner = leaves - 1;
        int[] left = block.integers("left_child", inner);
        int[] right = block.integers("right_child", inner);
        int[] feature = block.integers("split_feature", inner);
        int[] decisions = block.integers("decision_type", inner);
        LightGbmTrees.Missing[] missing = new LightGbmTrees.Missing[inner];
        boolean[] missingLeft = new boolean[inner];
        for (int node = 0; node < inner; node++) {
            missing[node] = missing(block, decisions[node]);
            missingLeft[node] = (decisions[node] & DEFAULT_LEFT) != 0;
            if (left[node] < -leaves || right[node] < -leaves) {
                throw block.damaged("a leaf that is not there");
            }
            TreeShape.requireFeature(block.index(), node, feature[node], features);
        }
        if (inner > 0) {
            TreeShape.require(block.index(), left, right, feature, features);
        }
        return new LightGbmTrees.Nodes(
                left,
                right,
                feature,
                block.reals("threshold", inner),
                missing,
                missingLeft,
                block.reals("leaf_value", leaves));
    }

    private static LightGbmTrees.Missing missing(Block block, int decision) {
        if ((decision & CATEGORICAL) != 0) {
            throw new ModelFormatException("%s splits by categories, which is not supported".formatted(block.name));
        }
        return switch (decision >> 2) {
            case 0 -> LightGbmTrees.Missing.NOTHING;
            case 1 -> LightGbmTrees.Missing.ZERO;
            case 2 -> LightGbmTrees.Missing.NAN;
            default -> throw block.damaged("decision_type " + decision);
        };
    }

    /**
     * Lines of name and value.
     *
     * @param name for messages
     * @param values by name
     */
    private record Block(String name, Map<String, String> values) {

        String text(String key) {
            String value = values.get(key);
            if (value == null) {
                throw damaged(key + " is missing");
            }
            return value;
        }

        int number(String key) {
            try {
                return Integer.parseInt(text(key));
            } catch (NumberFormatException _) {
                throw damaged("%s is '%s'".formatted(key, text(key)));
            }
        }

        int index() {
            return number("Tree");
        }

        double real(String key, String value) {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException _) {
                throw damaged("%s has '%s'".formatted(key, value));
            }
        }

        int[] integers(String key, int count) {
            double[] values = reals(key, count);
            int[] integers = new int[count];
            for (int i = 0; i < count; i++) {
                integers[i] = (int) values[i];
                if (integers[i] != values[i]) {
                    throw damaged("%s has '%s'".formatted(key, values[i]));
                }
            }
            return integers;
        }

        double[] reals(String key, int count) {
            if (count == 0) {
                return new double[0];
            }
            String[] words = text(key).split(" ", -1);
            if (words.length != count) {
                throw damaged("%s should have %d values, it has %d".formatted(key, count, words.length));
            }
            double[] reals = new double[count];
            for (int i = 0; i < count; i++) {
                reals[i] = real(key, words[i]);
            }
            return reals;
        }

        ModelFormatException damaged(String what) {
            return new ModelFormatException("%s of the model of LightGBM is damaged: %s".formatted(name, what));
        }
    }
}
