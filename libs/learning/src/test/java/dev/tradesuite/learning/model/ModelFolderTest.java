package dev.tradesuite.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.learning.SyntheticBars;
import dev.tradesuite.learning.feature.FeatureGap;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.model.ModelRead.Served;
import dev.tradesuite.learning.model.ModelRead.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

    @TempDir
    Path path;

    private ModelFolder folder;
    private final PriceBars bars = SyntheticBars.walk(600, 3);

    @BeforeEach
    void open() {
        folder = new ModelFolder(path.resolve("models"));
    }

    @Test
    void aFolderThatIsNotThereHasNoVersions() {
        assertThat(folder.versions()).isEmpty();
        assertThat(folder.inUse(ModelKind.ML_XGB, "EURUSD", "M5")).isEmpty();
        assertThat(folder.read("xgb-eurusd-m5-20260103-00000000")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsReadBack(ModelKind kind) {
        ModelCard card = folder.write(SampleModels.draft(kind));

        assertThat(folder.versions()).containsExactly(card.version());
        TrainedModel model = readable(card.version());
        assertThat(model.card()).isEqualTo(card);
        assertThat(model.on(bars)).isInstanceOfSatisfying(ModelAnswer.Decided.class, answer -> {
            assertThat(answer.position()).isBetween(-1, 1);
            assertThat(answer.probability()).isBetween(0.0, 1.0);
            assertThat(answer.features().keySet()).containsExactlyElementsOf(kind.featureNames());
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerRestsOnItsWindowAlone(ModelKind kind) {
        TrainedModel model = readable(folder.write(SampleModels.draft(kind)).version());
        int bar = 500;

        ModelAnswer answer = model.on(bars, bar);

        assertThat(model.on(SyntheticBars.changedFrom(bars, bar + 1), bar)).isEqualTo(answer);
        assertThat(model.on(bars.part(bar + 1 - model.lookBack(), bar + 1))).isEqualTo(answer);
        assertThat(model.on(bars.part(bar + 2 - model.lookBack(), bar + 1)))
                .isEqualTo(new ModelAnswer.Abstained(FeatureGap.TOO_FEW_BARS));
        assertThat(model.on(SyntheticBars.flat(600))).isEqualTo(new ModelAnswer.Abstained(FeatureGap.NO_RANGE));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedModelIsRefused(ModelKind kind) throws IOException {
        ModelCard card = folder.write(SampleModels.draft(kind));
        Path file = version(card).resolve(kind.modelFile());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(unreadable(card.version()).problem())
                .isEqualTo(kind.modelFile() + " is not the file that was written: its SHA-256 differs");
        assertThat(Unreadable.CODE).isEqualTo("MODEL_UNREADABLE");
    }

    @Test
    void changedRulesAreRefused() throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.ML_LGBM));
        Path rules = version(card).resolve("rules.json");
        Files.writeString(rules, Files.readString(rules).replace("0.5", "0.6"));

        assertThat(unreadable(card.version()).problem()).startsWith("rules.json is not the file that was written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card.json", "rules.json", "xgboost.json"})
    void aMissingFileIsRefused(String name) throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.ML_XGB));
        Files.delete(version(card).resolve(name));

        assertThat(unreadable(card.version()).problem()).isEqualTo(name + " cannot be read: NoSuchFileException");
    }

    @Test
    void aDamagedOrForeignCardIsRefused() throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.RL_PPO));
        Path file = version(card).resolve("card.json");
        String text = Files.readString(file);

        Files.writeString(file, text.substring(0, 40));
        assertThat(unreadable(card.version()).problem()).startsWith("card.json is damaged");
        Files.writeString(file, "{}");
        assertThat(unreadable(card.version()).problem()).startsWith("card.json is damaged");
        Files.writeString(file, "null");
        assertThat(unreadable(card.version()).problem()).startsWith("card.json is empty");
        Files.writeString(file, text.replace(card.version(), "ppo-other"));
        assertThat(unreadable(card.version()).problem()).startsWith("the card is that of ppo-other");
        Files.writeString(file, text.replace("policy-7-v1", "policy-9-v3"));
        assertThat(unreadable(card.version()).problem())
                .isEqualTo("the model was trained on the features policy-9-v3, this program has policy-7-v1");
    }

    @Test
    void aFileThatNobodyNamedIsRefused() throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.RL_PPO));
        Path file = version(card).resolve("card.json");
        Files.writeString(file, Files.readString(file).replace("\"policy.txt\"", "\"other.txt\""));

        assertThat(unreadable(card.version()).problem()).isEqualTo("the card does not name policy.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "a/b", "", "UPPER", ".hidden", ".."})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertThat(folder.read(name)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> folder.remove(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneVersionIsInUseForASymbolAndTimeframe() {
        ModelCard first = folder.write(SampleModels.draft(ModelKind.ML_XGB));
        ModelCard second = folder.write(SampleModels.other(ModelKind.ML_XGB));

        folder.use(first.version());
        assertThat(folder.inUse(ModelKind.ML_XGB, "EURUSD", "M5")).contains(first.version());
        folder.use(second.version());
        assertThat(folder.inUse(ModelKind.ML_XGB, "EURUSD", "M5")).contains(second.version());
        assertThat(folder.inUse(ModelKind.ML_XGB, "EURUSD", "H1")).isEmpty();
        assertThat(folder.inUse(ModelKind.ML_XGB, "USDCOP", "M5")).isEmpty();
        assertThat(folder.inUse(ModelKind.ML_LGBM, "EURUSD", "M5")).isEmpty();
        assertThat(folder.versions()).containsExactlyInAnyOrder(first.version(), second.version());
    }

    @Test
    void aNoteSaysSinceWhenAndOfWhat() throws IOException {
        ModelCard card =
                folder.use(folder.write(SampleModels.draft(ModelKind.ML_XGB)).version());
        Path file = folder.path().resolve("in-use").resolve("ML_XGB.EURUSD.M5");
        ModelNote note = folder.note(ModelKind.ML_XGB, "EURUSD", "M5").orElseThrow();

        assertThat(note)
                .isEqualTo(new ModelNote(
                        ModelKind.ML_XGB,
                        "EURUSD",
                        "M5",
                        card.version(),
                        Files.getLastModifiedTime(file).toInstant()));
        assertThat(folder.inUse()).containsExactly(note);
        assertThat(folder.read(note)).isInstanceOf(Served.class);

        // Somebody copied the note for a made-up market, and left something else there.
        Files.copy(file, file.resolveSibling("ML_XGB.EURUSD.SIM.M5"));
        Files.writeString(file.resolveSibling("notes.txt"), "mine");
        ModelNote foreign = folder.note(ModelKind.ML_XGB, "EURUSD.SIM", "M5").orElseThrow();
        assertThat(folder.inUse()).containsExactly(note, foreign);
        assertThat(folder.read(foreign))
                .isEqualTo(new Unreadable(
                        card.version(), "it is ML_XGB of EURUSD M5, and is used as ML_XGB of EURUSD.SIM M5"));
    }

    @Test
    void theStampOfAVersionChangesWithItsFiles() throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.ML_XGB));
        String before = folder.stamp(card.version());

        assertThat(folder.stamp(card.version())).isEqualTo(before).contains("card.json", "xgboost.json");
        Files.writeString(version(card).resolve("rules.json"), "{}");
        assertThat(folder.stamp(card.version())).isNotEqualTo(before);
        assertThat(folder.stamp("none")).isEmpty();
        assertThat(folder.stamp("../etc")).isEmpty();
    }

    @Test
    void aVersionInUseIsNotRemoved() {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.ML_XGB));
        folder.use(card.version());

        assertThatThrownBy(() -> folder.remove(card.version()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is in use");
        assertThat(folder.stopUsing(card.version())).isTrue();
        assertThat(folder.remove(card.version())).isTrue();
        assertThat(folder.versions()).isEmpty();
        assertThat(folder.remove(card.version())).isFalse();
    }

    @Test
    void anUnreadableVersionIsNotTakenIntoUse() throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.ML_XGB));
        Files.writeString(version(card).resolve("xgboost.json"), "{}");

        assertThatThrownBy(() -> folder.use(card.version()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SHA-256 differs");
        assertThat(folder.inUse(ModelKind.ML_XGB, "EURUSD", "M5")).isEmpty();
    }

    @Test
    void theSameModelIsWrittenOnce() {
        ModelCard first = folder.write(SampleModels.draft(ModelKind.ML_XGB));

        assertThat(folder.write(SampleModels.draft(ModelKind.ML_XGB))).isEqualTo(first);
        assertThat(folder.versions()).hasSize(1);
    }

    @Test
    void theReportIsOnePageWithoutLinks() throws IOException {
        ModelCard card = folder.write(SampleModels.draft(ModelKind.ML_XGB));

        String page = Files.readString(folder.report(card.version()), StandardCharsets.UTF_8);

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains(card.version(), card.report().verdict().sentence(), "Fold 2", "Together", "<svg")
                .doesNotContain("http", "src=", "href=");
    }

    private TrainedModel readable(String version) {
        return ((Served) folder.read(version)).model();
    }

    private Unreadable unreadable(String version) {
        return (Unreadable) folder.read(version);
    }

    private Path version(ModelCard card) {
        return folder.path().resolve(card.version());
    }
}
