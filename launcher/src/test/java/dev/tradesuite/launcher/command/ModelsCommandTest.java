package dev.tradesuite.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With a program in the place of the one that trains, which only writes down how it was called. */
class ModelsCommandTest {

    private static final String ROOT = "suite.root";

    @TempDir
    Path root;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void setRoot() {
        System.setProperty(ROOT, root.toString());
    }

    @AfterEach
    void clearRoot() {
        System.clearProperty(ROOT);
    }

    @Test
    void everyWordGoesToTheProgramThatTrains() throws IOException {
        makeProgram();

        int exit = run("models", "train", "ML_XGB", "--symbol", "EURUSD", "--file", "my bars.csv", "--help");

        assertThat(exit).isEqualTo(7);
        assertThat(calledWith())
                .containsExactly(
                        "train",
                        "ML_XGB",
                        "--symbol",
                        "EURUSD",
                        "--file",
                        "my bars.csv",
                        "--help",
                        "models=" + root.resolve(".suite").resolve("models"),
                        "threads=1");
    }

    @Test
    void theFolderIsTheOneTheBrainReads() throws IOException {
        makeProgram();

        run("models", "list", "--set", "services.brain.suite.brain.models.folder=/srv/models");

        assertThat(calledWith()).containsExactly("list", "models=/srv/models", "threads=1");
    }

    @Test
    void barsOfTheSuiteNeedARunningSuite() throws IOException {
        makeProgram();

        assertThat(run("models", "train", "ML_XGB", "--symbol", "EURUSD", "--timeframe", "M5"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no suite is running");
        assertThat(root.resolve("called.txt")).doesNotExist();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThat(run("models", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("model-training.jar is missing");
    }

    @Test
    void noServiceHasTheNativeLibrariesOnItsClassPath() {
        for (String library : List.of("ml.dmlc.xgboost4j.java.XGBoost", "io.github.metarank.lightgbm4j.LGBMBooster")) {
            assertThatThrownBy(() -> Class.forName(library)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    private int run(String... words) {
        CommandLine command = SuiteCommand.commandLine().setErr(new PrintWriter(err));
        return command.execute(words);
    }

    private List<String> calledWith() throws IOException {
        return Files.readAllLines(root.resolve("called.txt"));
    }

    private void makeProgram() throws IOException {
        Path jar = root.resolve("model-training/target/training/model-training.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, CalledProgram.class.getName());
        String file = CalledProgram.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = ModelsCommandTest.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry(file));
            out.write(in.readAllBytes());
            out.closeEntry();
        }
    }
}
