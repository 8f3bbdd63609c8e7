package dev.tradesuite.training.train;

import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.label.TrainingRow;
import dev.tradesuite.learning.tree.LightGbmText;
import dev.tradesuite.learning.validation.ClassifierTrainer;
import dev.tradesuite.training.TrainingException;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks LightGBM for small trees, with one thread.
 *
 * @param seed of the rows and features each tree sees
 */
record LightGbmTrainer(long seed) implements ClassifierTrainer<TreeText> {

    private static final int ROUNDS = 150;

    /** What is said to LightGBM; few leaves and many rows to each, because there is little to learn and much noise. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "binary");
        parameters.put("learning_rate", 0.03);
        parameters.put("num_leaves", 7);
        parameters.put("min_data_in_leaf", 100);
        parameters.put("lambda_l2", 10);
        parameters.put("bagging_fraction", 0.7);
        parameters.put("bagging_freq", 1);
        parameters.put("feature_fraction", 0.7);
        parameters.put("seed", seed);
        parameters.put("deterministic", true);
        parameters.put("force_row_wise", true);
        parameters.put("num_threads", 1);
        parameters.put("verbosity", -1);
        return parameters;
    }

    static int rounds() {
        return ROUNDS;
    }

    @Override
    public TreeText train(List<TrainingRow> rows) {
        double[] values = flat(rows.stream().map(TrainingRow::values).toList());
        int columns = BarFeatures.NAMES.size();
        String parameters = text();
        try (LGBMDataset data = LGBMDataset.createFromMat(values, rows.size(), columns, true, parameters, null)) {
            data.setFeatureNames(BarFeatures.NAMES.toArray(String[]::new));
            data.setField("label", XgboostTrainer.labels(rows));
            try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
                for (int round = 0; round < ROUNDS; round++) {
                    booster.updateOneIter();
                }
                String text = booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT);
                return new TreeText(text, LightGbmText.read(text));
            }
        } catch (LGBMException e) {
            throw new TrainingException("LightGBM failed: " + e.getMessage(), e);
        }
    }

    private String text() {
        return parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Rows one behind the other. */
    static double[] flat(List<double[]> rows) {
        int columns = rows.getFirst().length;
        double[] values = new double[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * columns, columns);
        }
        return values;
    }
}
