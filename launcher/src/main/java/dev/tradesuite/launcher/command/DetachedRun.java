package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.Launcher;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.Phase;
import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.host.JavaCommand;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code up} in a process that outlives this one, and shows its console until everything is ready. */
final class DetachedRun {

    /** Deaf to the signals a closing terminal sends to everything that was started in it. */
    private static final List<String> DEAF_TO_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final int POLL_MILLIS = 100;

    private final SuiteHome home;
    private final PrintWriter out;

    DetachedRun(SuiteHome home, PrintWriter out) {
        this.home = home;
        this.out = out;
    }

    /** Starts the launcher with these words and returns its exit code, or OK once the suite is ready. */
    int start(List<String> words) throws IOException, InterruptedException {
        Path console = home.log("console");
        List<String> command = new ArrayList<>(DEAF_TO_TERMINAL);
        command.addAll(JavaCommand.ofThisJvm().detached(Launcher.class));
        command.addAll(words);
        Files.deleteIfExists(console);
        // Appending, so that the file can be emptied when it has grown.
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                .start();
        try (BufferedReader lines = Files.newBufferedReader(console)) {
            while (!isReady(process)) {
                show(lines);
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    show(lines);
                    return process.exitValue() == ExitCode.OK.value() ? ExitCode.FAILED.value() : process.exitValue();
                }
            }
            show(lines);
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read; check its permissions".formatted(console), e);
        }
        return ExitCode.OK.value();
    }

    private boolean isReady(Process process) {
        return new RunStateFile(home.state())
                .read()
                .filter(state -> state.launcher().pid() == process.pid())
                .map(RunState::phase)
                .filter(Phase.READY::equals)
                .isPresent();
    }

    private void show(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.println(line);
        }
        out.flush();
    }
}
