package dev.tradesuite.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.training.Walk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainingCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aModelGoesFromTrainingIntoUseAndAway() throws IOException {
        Path file = Walk.write(folder.resolve("walk.csv"), 2_100, 5);

        assertThat(run(
                        "train",
                        "ML_XGB",
                        "--symbol",
                        "walk",
                        "--timeframe",
                        "M5",
                        "--file",
                        file.toString(),
                        "--spread",
                        "0.0001"))
                .isZero();
        String version = version();
        assertThat(out.toString()).contains("Training ML_XGB on 2,100 bars of WALK M5.", "No edge: ", version);
        assertThat(folder.resolve("models").resolve(version).resolve("report.html"))
                .exists();

        assertThat(said("list")).contains("  " + version, "ML_XGB WALK M5, 2,100 bars", "No edge");
        assertThat(said("show", version)).contains("SHA-256 of the bars", "Fold 5", "Brier score of the base rate");
        assertThat(said("use", version)).contains("In use for ML_XGB on WALK M5: " + version, "No edge: ");
        assertThat(said("list")).contains("* " + version);

        assertThat(run("remove", version)).isEqualTo(1);
        assertThat(err.toString()).contains("is in use");
        assertThat(said("remove", version, "--in-use")).contains("Removed: " + version);
        assertThat(said("list")).contains("No model has been trained yet");
    }

    @Test
    void aDamagedVersionIsListedAsSuch() throws IOException {
        Files.createDirectories(folder.resolve("models/xgb-damaged"));

        assertThat(said("list")).contains("xgb-damaged  MODEL_UNREADABLE: card.json cannot be read");
        assertThat(run("show", "xgb-damaged")).isEqualTo(1);
        assertThat(run("use", "xgb-damaged")).isEqualTo(1);
        assertThat(err.toString()).contains("xgb-damaged cannot be used");
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws IOException {
        Path file = Walk.write(folder.resolve("walk.csv"), 10, 5);

        assertThat(run("train", "ML_SVM", "--symbol", "WALK", "--timeframe", "M5"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("ML_SVM");
        assertThat(run("train", "ML_XGB", "--symbol", "WALK", "--timeframe", "M5", "--file", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the costs of WALK are not known; state them with --spread");
        assertThat(run(
                        "train",
                        "ML_XGB",
                        "--symbol",
                        "WALK",
                        "--timeframe",
                        "M5",
                        "--file",
                        file.toString(),
                        "--spread",
                        "0.0001"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("10 bars of WALK M5 are too few");
        assertThat(run(
                        "train",
                        "ML_XGB",
                        "--symbol",
                        "NONE",
                        "--timeframe",
                        "M5",
                        "--file",
                        file.toString(),
                        "--spread",
                        "0.0001"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there are no bars of NONE M5 in that range");
        assertThat(run("train", "ML_XGB", "--symbol", "WALK", "--timeframe", "M5", "--from", "soon"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is no time");
        assertThat(run("remove", "../elsewhere")).isEqualTo(1);
        assertThat(run("show", "xgb-none")).isEqualTo(1);
        assertThat(run()).isEqualTo(2);
    }

    private String said(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        CommandLine line = TrainingCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = arguments.length == 0
                ? List.of()
                : Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--models", folder.resolve("models").toString()))
                        .toList();
        return line.execute(all.toArray(String[]::new));
    }

    private String version() throws IOException {
        try (Stream<Path> versions = Files.list(folder.resolve("models"))) {
            return String.valueOf(versions.findFirst().orElseThrow().getFileName());
        }
    }
}
