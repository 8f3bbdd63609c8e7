package dev.tradesuite.launcher.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of PostgreSQL, as an account they accept, and writes what they print to a log.
 *
 * @param account how to leave root behind
 * @param binaries the programs
 * @param log file that receives what they print
 */
record Programs(OsAccount account, PostgresBinaries binaries, Path log) {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Runs a program to its end and returns its exit code. */
    int run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        // A file, not a pipe: the server that pg_ctl leaves running goes on writing there.
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("%s did not end within %d s".formatted(program, LONGEST.toSeconds()));
            }
        } finally {
            process.destroy();
        }
        return process.exitValue();
    }
}
