package dev.tradesuite.benchmarks.faults;

import dev.tradesuite.benchmarks.suite.SuiteSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A suite in a folder of its own, each service a process. Its data lie on small memory disks where they can be mounted.
 *
 * <p>Closing it stops the suite and deletes the folder.
 */
final class ScratchSuite implements AutoCloseable {

    private static final String SCRIPT = "suite";
    private static final String JARS = "launcher";
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofMinutes(3);

    /** How soon risk asks about room that is held; the default of 15 minutes would be waited for after every fault. */
    private static final String ASK_SOON = "--set=services.risk.suite.risk.reservations.ask-after=20s";

    private final Path folder;
    private final Ports ports;
    private final List<Path> mounted = new ArrayList<>();
    private @Nullable Process launcher;

    private ScratchSuite(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Makes the folder, with the built jars of a project. */
    static ScratchSuite of(Path project, int firstPort) throws IOException {
        Path folder = Files.createTempDirectory("suite-faults-").toRealPath();
        Files.copy(project.resolve(SCRIPT), folder.resolve(SCRIPT), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(folder.resolve(JARS), project.resolve(JARS));
        ScratchSuite suite = new ScratchSuite(folder, new Ports(firstPort));
        suite.mount(suite.kafka(), "512m");
        suite.mount(suite.postgres(), "1536m");
        return suite;
    }

    private void mount(Path path, String size) throws IOException {
        Files.createDirectories(path);
        if (Programs.succeeds("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", path.toString())) {
            mounted.add(path);
        }
    }

    /** Whether a folder of data is a disk of its own, so that it can be filled. */
    boolean isMounted(Path path) {
        return mounted.contains(path);
    }

    Path kafka() {
        return state().resolve("kafka");
    }

    Path postgres() {
        return state().resolve("postgres");
    }

    Path logs() {
        return state().resolve("logs");
    }

    private Path state() {
        return folder.resolve(".suite");
    }

    Ports ports() {
        return ports;
    }

    SuiteSecrets secrets() {
        return SuiteSecrets.read(state().resolve("secrets.properties"));
    }

    URI gateway() {
        return at(Ports.GATEWAY, "/");
    }

    URI issuer() {
        return at(Ports.ISSUER, "/");
    }

    private URI at(String part, String path) {
        return URI.create("http://localhost:%d%s".formatted(ports.of(part), path));
    }

    /** A connection to its database that does not hang when the database does. */
    Connection database() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", "suite");
        settings.setProperty("password", secrets().databasePassword());
        settings.setProperty("socketTimeout", "20");
        settings.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/suite".formatted(ports.of(Ports.POSTGRES)), settings);
    }

    /** Starts it and waits until every part is ready. */
    void start(FrontDoor door) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(folder.resolve(SCRIPT).toString(), "up", "--fork"));
        words.addAll(ports.words());
        words.add("--set=token.lifetime=24h");
        words.add("--set=start.timeout=300s");
        words.add(ASK_SOON);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("console.log").toFile()));
        builder.environment().put("SUITE_BUILD", "never");
        Process started = builder.start();
        launcher = started;
        long end = System.nanoTime() + START.toNanos();
        while (!notReady(door).isEmpty()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the suite did not get ready:\n" + Files.readString(folder.resolve("console.log")));
            }
            Waits.pause(Duration.ofSeconds(1));
        }
    }

    /** The services that do not say that they are ready. */
    List<String> notReady(FrontDoor door) {
        return Ports.SERVICES.stream()
                .filter(service -> !door.answers(at(service, "/actuator/health/readiness")))
                .toList();
    }

    /** The launcher, in which Kafka and the token issuer live. */
    ProcessHandle launcher() {
        Process running = launcher;
        if (running == null) {
            throw new IllegalStateException("the suite is not started");
        }
        return running.toHandle();
    }

    /** The process of a service, as the launcher last noted it. */
    ProcessHandle process(String service) {
        JsonNode state = read(state().resolve("run/suite.json"));
        for (JsonNode part : state.path("parts")) {
            String address = part.path("address").asString("");
            if (address.endsWith(":" + ports.of(service)) && part.hasNonNull("process")) {
                return ProcessHandle.of(part.path("process").path("pid").asLong())
                        .orElseThrow(() -> new IllegalStateException(service + " does not run"));
            }
        }
        throw new IllegalStateException("the launcher notes no process of " + service);
    }

    /** PostgreSQL's first process. */
    ProcessHandle postmaster() {
        return runningPostmaster().orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
    }

    private Optional<ProcessHandle> runningPostmaster() {
        Path file = postgres().resolve("data/postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the launcher has gone and with it every service, so that the suite can be started again. */
    void awaitGone(List<ProcessHandle> processes) throws InterruptedException {
        long end = System.nanoTime() + STOP.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("these do not end: " + processes);
            }
            Waits.pause(Duration.ofMillis(200));
        }
    }

    /** The processes of all services. */
    List<ProcessHandle> services() {
        return Ports.SERVICES.stream().map(this::process).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is in a folder and leaves the folder, which may be a disk. */
    static void empty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : (Iterable<Path>) inside::iterator) {
                FileSystemUtils.deleteRecursively(path);
            }
        }
    }

    /** Stops the suite. */
    void stop() throws InterruptedException {
        Process running = launcher;
        if (running == null || !running.isAlive()) {
            return;
        }
        Programs.signal("CONT", List.of(running.toHandle()));
        running.destroy();
        if (!running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the suite, process %d, does not stop".formatted(running.pid()));
        }
    }

    /** A launcher that was killed leaves PostgreSQL behind. */
    private void endPostgres() throws InterruptedException {
        ProcessHandle running = runningPostmaster().orElse(null);
        if (running != null) {
            List<ProcessHandle> processes = Programs.family(running);
            Programs.signal("QUIT", List.of(running));
            awaitGone(processes);
        }
    }

    /** Copies the logs, for whoever looks for the cause of a violation. */
    void keepLogs(Path target) throws IOException {
        Files.createDirectories(target);
        if (Files.isDirectory(logs())) {
            FileSystemUtils.copyRecursively(logs(), target);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
            endPostgres();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Path path : mounted) {
            if (!Programs.succeeds("umount", path.toString())) {
                throw new IOException(path + " cannot be unmounted");
            }
        }
        // The link first: what it leads to stays.
        Files.delete(folder.resolve(JARS));
        FileSystemUtils.deleteRecursively(folder);
    }
}
