package dev.tradesuite.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of {@code ./suite up}; closing it stops the suite. */
final class RunningSuite implements AutoCloseable {

    /** Beginning and middle of the line the launcher prints when every part is ready. */
    private static final String READY_BEGIN = "All ";

    private static final String READY_WORDS = " parts are ready after ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final long began;

    private RunningSuite(Process process, long began) {
        this.process = process;
        this.began = began;
    }

    static RunningSuite start(Path script, List<String> further) throws IOException {
        List<String> words = new ArrayList<>(List.of(script.toString(), "up"));
        words.addAll(further);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        // The jars are measured as they are; a build would be part of the time.
        builder.environment().put("SUITE_BUILD", "never");
        long began = System.nanoTime();
        return new RunningSuite(builder.start(), began);
    }

    /** Time from the command to the line that says that every part is ready. */
    Duration awaitReady() throws IOException {
        List<String> said = new ArrayList<>();
        // Left open: the launcher writes on, and a closed pipe would end it.
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith(READY_BEGIN) && line.contains(READY_WORDS)) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
        }
        throw new IllegalStateException("the suite did not get ready:\n" + String.join("\n", said));
    }

    /** The launcher and all it started. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the suite, process %d, does not stop".formatted(process.pid()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while the suite, process %d, stops".formatted(process.pid()), e);
        }
    }
}
