package dev.tradesuite.training.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.label.TrainingRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class XgboostTrainerTest {

    private static final double ALLOWED = 1e-6;

    private final List<TrainingRow> rows = RandomRows.of(2_000, 1);
    private final TreeText trained = new XgboostTrainer(42).train(rows);

    @Test
    void treesSayWhatXgboostSays() throws XGBoostError, IOException {
        List<double[]> unseen =
                RandomRows.of(2_000, 2).stream().map(TrainingRow::values).toList();

        Booster booster = XGBoost.loadModel(trained.text().getBytes(StandardCharsets.UTF_8));
        booster.setParam("nthread", 1);
        float[][] expected = booster.predict(XgboostTrainer.matrix(unseen));

        for (int row = 0; row < expected.length; row++) {
            assertThat(trained.score(unseen.get(row))).isCloseTo(expected[row][0], within(ALLOWED));
        }
        assertThat(unseen.stream().mapToDouble(trained::score).min().orElseThrow())
                .isLessThan(0.4);
        assertThat(unseen.stream().mapToDouble(trained::score).max().orElseThrow())
                .isGreaterThan(0.6);
    }

    @Test
    void sameSeedGivesTheSameModel() {
        assertThat(new XgboostTrainer(42).train(rows).text()).isEqualTo(trained.text());
        assertThat(new XgboostTrainer(43).train(rows).text()).isNotEqualTo(trained.text());
    }
}
