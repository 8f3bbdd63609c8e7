package dev.tradesuite.benchmarks.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the system: signals and disks. */
final class Programs {

    private Programs() {}

    /** Runs a program and says whether it ended with 0; one that is not there does not. */
    static boolean succeeds(String... words) {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends a signal to processes. */
    static void signal(String signal, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            if (!succeeds("kill", "-" + signal, Long.toString(process.pid())) && process.isAlive()) {
                throw new IllegalStateException("cannot send %s to process %d".formatted(signal, process.pid()));
            }
        }
    }

    /** A process and all that came from it. */
    static List<ProcessHandle> family(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }
}
