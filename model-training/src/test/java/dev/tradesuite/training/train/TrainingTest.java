package dev.tradesuite.training.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.model.Digests;
import dev.tradesuite.learning.model.ModelAnswer;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.ModelDraft;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.learning.model.ModelOrigin;
import dev.tradesuite.learning.model.ModelRead;
import dev.tradesuite.learning.policy.NetworkKind;
import dev.tradesuite.learning.policy.PpoSchedule;
import dev.tradesuite.training.TrainingException;
import dev.tradesuite.training.Walk;
import dev.tradesuite.training.bars.BarRange;
import dev.tradesuite.training.bars.CsvBars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way on a random walk, on which no model can have an edge. */
class TrainingTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final PpoSchedule SHORT = new PpoSchedule(2, 8, 32, 2, 4);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aModelOfARandomWalkIsServedAndSaysThatItHasNoEdge(ModelKind kind) throws IOException {
        PriceBars bars = bars(2_400);
        ModelFolder models = new ModelFolder(folder.resolve("models"));

        ModelCard card = models.write(train(bars, kind));

        assertThat(card.report().folds()).hasSize(5);
        assertThat(card.report().verdict().edge()).isFalse();
        assertThat(card.report().verdict().sentence()).startsWith("No edge: ");
        assertThat(models.read(card.version())).isInstanceOfSatisfying(ModelRead.Served.class, read -> assertThat(
                        read.model().on(bars))
                .isInstanceOf(ModelAnswer.Decided.class));
    }

    @ParameterizedTest
    @EnumSource
    void theSameBarsAndSeedGiveTheSameModel(ModelKind kind) throws IOException {
        ModelDraft once = train(bars(2_400), kind);
        ModelDraft again = train(bars(2_400), kind);

        assertThat(again.text()).isEqualTo(once.text());
        assertThat(again.report()).isEqualTo(once.report());
        assertThat(again.rules()).isEqualTo(once.rules());
    }

    @Test
    void tooFewBarsAreRefused() throws IOException {
        PriceBars bars = bars(1_999);

        assertThatThrownBy(() -> train(bars, ModelKind.ML_XGB))
                .isInstanceOf(TrainingException.class)
                .hasMessage("1,999 bars of WALK M5 are too few to learn from; there must be 2,000");
    }

    private static ModelDraft train(PriceBars bars, ModelKind kind) {
        ModelOrigin origin = new ModelOrigin(
                "WALK",
                "M5",
                Instant.ofEpochMilli(bars.openMillis(0)),
                Instant.ofEpochMilli(bars.openMillis(bars.size() - 1)),
                bars.size(),
                "walk.csv",
                Digests.ofBars(bars));
        TrainingOrder order = new TrainingOrder(kind, 0.00008, 42, NetworkKind.LSTM, SHORT);
        return new Training(bars, origin, order).run(NOW);
    }

    private PriceBars bars(int count) throws IOException {
        Path file = Walk.write(folder.resolve("walk.csv"), count, 5);
        return CsvBars.read(file, new BarRange("WALK", "M5", null, null));
    }
}
