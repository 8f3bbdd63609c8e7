package dev.tradesuite.training.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.tradesuite.learning.label.TrainingRow;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LightGbmTrainerTest {

    private static final double ALLOWED = 1e-12;

    private final List<TrainingRow> rows = RandomRows.of(2_000, 1);
    private final TreeText trained = new LightGbmTrainer(42).train(rows);

    @Test
    void treesSayWhatLightGbmSays() throws LGBMException {
        List<double[]> unseen =
                RandomRows.of(2_000, 2).stream().map(TrainingRow::values).toList();

        double[] expected;
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(trained.text())) {
            expected = booster.predictForMat(
                    LightGbmTrainer.flat(unseen),
                    unseen.size(),
                    unseen.getFirst().length,
                    true,
                    PredictionType.C_API_PREDICT_NORMAL,
                    "num_threads=1");
        }

        for (int row = 0; row < expected.length; row++) {
            assertThat(trained.score(unseen.get(row))).isCloseTo(expected[row], within(ALLOWED));
        }
        assertThat(unseen.stream().mapToDouble(trained::score).min().orElseThrow())
                .isLessThan(0.4);
        assertThat(unseen.stream().mapToDouble(trained::score).max().orElseThrow())
                .isGreaterThan(0.6);
    }

    @Test
    void sameSeedGivesTheSameModel() {
        assertThat(new LightGbmTrainer(42).train(rows).text()).isEqualTo(trained.text());
        assertThat(new LightGbmTrainer(43).train(rows).text()).isNotEqualTo(trained.text());
    }
}
