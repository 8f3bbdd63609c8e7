package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.assembly.LeftOvers;
import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the running suite, or what a killed one left behind. */
@Command(
        name = "stop",
        description =
                "Stops the suite: the services first, then Kafka, then PostgreSQL. Does nothing when none is running.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait. Default: ${DEFAULT-VALUE}")
    private int timeout;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SuiteSettings settings = options.settings();
        SuiteHome home = new SuiteHome(settings.state());
        Optional<RunState> running = options.running();
        if (running.isPresent()) {
            stopLauncher(running.get(), home);
            out().println("The suite is stopped.");
        } else {
            endLeftOvers(home, settings);
        }
        return ExitCode.OK.value();
    }

    private void endLeftOvers(SuiteHome home, SuiteSettings settings) throws IOException {
        int ended = 0;
        // A folder that is not there holds nothing, and is not made for that.
        if (Files.isDirectory(home.run())) {
            try (RunLock _ = options.lock(home)) {
                ended = LeftOvers.end(home, settings.stopTimeout());
            }
        }
        out().println(
                        ended == 0
                                ? "No suite is running on %s.".formatted(home.folder())
                                : "Ended %d processes that a killed suite had left behind.".formatted(ended));
    }

    private void stopLauncher(RunState state, SuiteHome home) throws InterruptedException {
        ProcessHandle launcher = state.launcher()
                .alive()
                .orElseThrow(() -> new SuiteException(
                        "the launcher of %s cannot be seen from here although it is running; stop it where it was started"
                                .formatted(home.folder())));
        if (!launcher.destroy()) {
            throw new SuiteException(
                    "process %d belongs to another user; stop it as that user".formatted(launcher.pid()));
        }
        try {
            launcher.onExit().get(timeout, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new SuiteException(
                    "the suite is still stopping after %d s; wait, or look into %s"
                            .formatted(timeout, home.log("launcher")),
                    e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
