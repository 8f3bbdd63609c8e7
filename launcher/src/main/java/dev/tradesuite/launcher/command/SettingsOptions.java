package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.settings.SettingsReader;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options every command has: where the settings are. */
final class SettingsOptions {

    /** Project folder, told by the script. */
    private static final String ROOT = "suite.root";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file. Default: suite.yml in the project folder, if there is one.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one value, whatever the file says; ./suite up --help lists the keys.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    SuiteSettings settings() {
        return new SettingsReader(root(), Services.ALL).read(config, overrides);
    }

    /** The words that give another launcher the same settings. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (config != null) {
            words.add("--config=" + config);
        }
        overrides.forEach((key, value) -> words.add("--set=%s=%s".formatted(key, value)));
        return words;
    }

    SuiteHome home() {
        return new SuiteHome(settings().state());
    }

    static Path root() {
        return Path.of(System.getProperty(ROOT, "")).toAbsolutePath().normalize();
    }

    /** What the running suite says about itself; nothing when none is running. */
    Optional<RunState> running() {
        SuiteHome home = home();
        try {
            return RunLock.isHeld(home.lock()) ? new RunStateFile(home.state()).read() : Optional.empty();
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read; check its permissions".formatted(home.lock()), e);
        }
    }

    /** Takes the state folder, so that no other command works on it meanwhile. */
    RunLock lock(SuiteHome home) throws IOException {
        return RunLock.tryTake(home.lock()).orElseThrow(() -> inUse(home));
    }

    private static SuiteException inUse(SuiteHome home) {
        return new RunStateFile(home.state())
                .read()
                .map(state -> new SuiteException(
                        "a suite already runs on %s (process %d); ./suite status shows it, ./suite stop ends it"
                                .formatted(home.folder(), state.launcher().pid())))
                .orElseGet(() -> new SuiteException(
                        "another command is at work on %s; try again when it has ended".formatted(home.folder())));
    }

    RunState requireRunning() {
        return running()
                .orElseThrow(() -> new SuiteException(
                        ExitCode.NOT_RUNNING,
                        "no suite is running on %s; start it with ./suite up".formatted(home().folder())));
    }
}
