package dev.tradesuite.training.train;

import dev.tradesuite.learning.label.TrainingRow;
import dev.tradesuite.learning.tree.XgboostJson;
import dev.tradesuite.learning.validation.ClassifierTrainer;
import dev.tradesuite.training.TrainingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Asks XGBoost for shallow trees, with one thread.
 *
 * @param seed of the rows and features each tree sees
 */
record XgboostTrainer(long seed) implements ClassifierTrainer<TreeText> {

    private static final int ROUNDS = 150;

    /** What is said to XGBoost; shallow and many rows to a leaf, because there is little to learn and much noise. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("tree_method", "hist");
        parameters.put("eta", 0.03);
        parameters.put("max_depth", 3);
        parameters.put("min_child_weight", 30);
        parameters.put("lambda", 10);
        parameters.put("subsample", 0.7);
        parameters.put("colsample_bytree", 0.7);
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    static int rounds() {
        return ROUNDS;
    }

    @Override
    public TreeText train(List<TrainingRow> rows) {
        try {
            DMatrix matrix = matrix(rows.stream().map(TrainingRow::values).toList());
            matrix.setLabel(labels(rows));
            Booster booster = XGBoost.train(matrix, parameters(), ROUNDS, Map.of(), null, null);
            try {
                String text = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
                return new TreeText(text, XgboostJson.read(text));
            } finally {
                booster.dispose();
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new TrainingException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    /** Rows as XGBoost takes them, missing values as NaN. */
    static DMatrix matrix(List<double[]> rows) throws XGBoostError {
        int columns = rows.getFirst().length;
        float[] values = new float[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = (float) rows.get(row)[column];
            }
        }
        return new DMatrix(values, rows.size(), columns, Float.NaN);
    }

    static float[] labels(List<TrainingRow> rows) {
        float[] labels = new float[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.get(row).label() ? 1 : 0;
        }
        return labels;
    }
}
