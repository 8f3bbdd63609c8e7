package dev.tradesuite.orchestrator;

import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.SuiteClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** orchestrator-service in a process of its own, which can be killed as SIGKILL does: nobody is told. */
final class OrchestratorProcess implements AutoCloseable {

    private static final String LISTENS = "listens on port ";
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;

    private OrchestratorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one; {@link #client} waits until it is ready.
     *
     * @param name of its log
     * @param arguments of the service
     */
    static OrchestratorProcess start(String name, String... arguments) throws IOException {
        Path log = Files.createDirectories(Path.of("target")).resolve("orchestrator-process-" + name + ".log");
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OrchestratorProcess.class.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new OrchestratorProcess(process, log);
    }

    /** Calls it, as soon as it is ready. */
    SuiteClient client() {
        return SuiteClient.at(Awaitility.await("a process to be ready: " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(this::port, Optional::isPresent)
                .orElseThrow());
    }

    private Optional<Integer> port() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the process did not start: " + log.toAbsolutePath());
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(LISTENS))
                    .map(line -> Integer.parseInt(line.substring(LISTENS.length())))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As SIGKILL does, and returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process: serves until it is killed, or the test that started it is gone. */
    public static void main(String... arguments) {
        Thread.ofPlatform().daemon().start(OrchestratorProcess::endWithTheTest);
        String port = SuiteApplication.run(OrchestratorApplication.class, "orchestrator-service", arguments)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        System.out.println();
        System.out.println(LISTENS + port);
    }

    private static void endWithTheTest() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the test cannot be heard: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
