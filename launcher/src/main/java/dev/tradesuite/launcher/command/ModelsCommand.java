package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/**
 * Trains models and looks after their versions, in a JVM of its own: the native learning libraries stand on no
 * service's class path. Every word but the options of all commands goes to that program.
 */
@Command(name = "models", description = "Trains models; lists, shows, uses and removes their versions.")
final class ModelsCommand implements Callable<Integer> {

    private static final String BRAIN = "brain-service";
    private static final String FOLDER = "suite.brain.models.folder";
    private static final Path PROGRAM = Path.of("model-training", "target", "training", "model-training.jar");

    @Mixin
    private SettingsOptions options;

    @Unmatched
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        Path program = SettingsOptions.root().resolve(PROGRAM);
        if (!Files.isRegularFile(program)) {
            throw new SuiteException("%s is missing; ./suite models builds it".formatted(program));
        }
        ProcessBuilder process = new ProcessBuilder(command(program)).inheritIO();
        // Several threads of OpenMP on a busy machine wait for one another most of the time.
        process.environment().put("OMP_NUM_THREADS", "1");
        process.environment().putAll(told());
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            throw new SuiteException("%s cannot be started: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while a model was trained", e);
        }
    }

    private List<String> command(Path program) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                program.toString()));
        command.addAll(words);
        return command;
    }

    /** Where the versions lie; and where bars are when they are to come from the suite, with a token to read them. */
    private Map<String, String> told() {
        String folder = options.settings()
                .everyProperty()
                .getOrDefault(FOLDER, options.home().folder().resolve("models").toString());
        if (!words.contains("train") || words.stream().anyMatch(ModelsCommand::namesAnotherSource)) {
            return Map.of("SUITE_MODELS", folder);
        }
        RunState state = options.requireRunning();
        return Map.of(
                "SUITE_MODELS",
                folder,
                "SUITE_BRAIN",
                Tokens.address(state, BRAIN),
                "SUITE_TOKEN",
                Tokens.of(state, options.home(), IssuerClient.CLI).token(List.of("trade:read")));
    }

    private static boolean namesAnotherSource(String word) {
        return word.startsWith("--file") || word.startsWith("--suite") || word.equals("--help") || word.equals("-h");
    }
}
