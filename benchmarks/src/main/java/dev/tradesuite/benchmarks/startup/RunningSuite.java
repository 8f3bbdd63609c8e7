package dev.tradesuite.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /** Stopping takes long on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Path POSTMASTER = Path.of(".suite", "postgres", "data", "postmaster.pid");

    private final Process process;
    private final Path folder;
    private final long began;

    private RunningSuite(Process process, Path folder, long began) {
        this.process = process;
        this.folder = folder;
        this.began = began;
    }

    /** Starts the suite of a folder. */
    static RunningSuite start(Path folder, List<String> further) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(folder.resolve(ScratchProject.SCRIPT).toString(), "up"));
        words.addAll(further);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        // The jars are measured as they are; a build would be part of the time.
        builder.environment().put("SUITE_BUILD", "never");
        long began = System.nanoTime();
        return new RunningSuite(builder.start(), folder, began);
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

    /** The launcher and all it started. PostgreSQL leaves its parent, so its number is read from its own file. */
    Stream<ProcessHandle> processes() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(folder.resolve(POSTMASTER)).getFirst().strip());
        return Stream.concat(Stream.of(process.toHandle()), ProcessHandle.of(postmaster).stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct();
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
