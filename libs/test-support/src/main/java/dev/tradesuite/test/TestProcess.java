package dev.tradesuite.test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

/** A service in a process of its own, which can be killed as SIGKILL does: nobody is told. */
public final class TestProcess implements AutoCloseable {

    private static final String LISTENS = "listens on port ";
    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;

    private TestProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one; {@link #client} waits until it is ready.
     *
     * @param name of its log
     * @param main whose main method does nothing but {@link #serve} the service
     * @param arguments of the service
     */
    public static TestProcess start(String name, Class<?> main, String... arguments) throws IOException {
        Path log = Files.createDirectories(Path.of("target")).resolve("process-" + name + ".log");
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new TestProcess(process, log);
    }

    /**
     * In the process: serves until it is killed, or the test that started it is gone.
     *
     * @param service starts the service
     */
    public static void serve(Supplier<? extends ApplicationContext> service) {
        Thread.ofPlatform().daemon().start(TestProcess::endWithTheTest);
        String port = service.get().getEnvironment().getRequiredProperty("local.server.port");
        System.out.println();
        System.out.println(LISTENS + port);
    }

    /** Calls it, as soon as it is ready. */
    public SuiteClient client() {
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
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
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
