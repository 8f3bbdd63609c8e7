package dev.tradesuite.launcher;

import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.RunState.Phase;
import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.kafka.KafkaUser;
import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.launcher.settings.Ports;
import dev.tradesuite.launcher.settings.Setting;
import dev.tradesuite.launcher.settings.SettingCatalogue;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built launcher in a process of its own, as the script runs it, on free ports and with a folder of its own.
 *
 * <p>It runs {@code target/suite/launcher.jar}, so it is for tests that come after packaging. {@link #close()} ends
 * everything, also after a test that failed.
 */
public final class SuiteProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "suite", "launcher.jar").toAbsolutePath();
    private static final String CLASS_PATH = Stream.concat(Stream.of(JAR), StrategyJars.paths().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));

    /** Every service of the built suite. */
    static final List<SuiteService> SERVICES = Services.withControllers(StrategyJars.providers());

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(2);
    private static final String PORTS = "ports.";

    private final Path folder;
    private final SuiteHome home;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<Path> more = new ArrayList<>();
    private @Nullable Process launcher;
    private @Nullable String token;

    /**
     * Prepares a suite.
     *
     * @param folder project folder of the suite; its settings file and state go there
     * @param settings lines of {@code suite.yml} beside the ports
     */
    public SuiteProcess(Path folder, String... settings) throws IOException {
        this.folder = folder;
        this.home = new SuiteHome(folder.resolve(".suite"));
        List<String> names = SettingCatalogue.of(SERVICES).stream()
                .map(Setting::key)
                .filter(key -> key.startsWith(PORTS))
                .map(key -> key.substring(PORTS.length()))
                .toList();
        Iterator<Integer> free = FreePorts.find(names.size()).iterator();
        names.forEach(name -> ports.put(name, free.next()));
        List<String> lines = new ArrayList<>(List.of(settings));
        ports.forEach((name, port) -> lines.add("%s%s: %d".formatted(PORTS, name, port)));
        Files.write(folder.resolve("suite.yml"), lines);
    }

    /**
     * What a command printed and how it ended.
     *
     * @param exit exit code
     * @param out standard output
     * @param err error output
     */
    public record Outcome(int exit, String out, String err) {}

    /**
     * An answer of a service.
     *
     * @param status HTTP status
     * @param json body
     */
    public record Answer(int status, JsonNode json) {}

    /** Puts folders or jars on the class path of the suite, behind everything that is there. */
    public SuiteProcess with(Path... classes) {
        more.addAll(List.of(classes));
        return this;
    }

    /** Runs {@code up} with these words and returns when every part is ready. */
    public SuiteProcess up(String... words) throws IOException {
        token = null;
        Process process = new ProcessBuilder(command(words, "up"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile())
                .start();
        launcher = process;
        Awaitility.await("suite to be ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the suite did not start:\n" + console());
                    }
                    return isReady(process);
                });
        return this;
    }

    private boolean isReady(Process process) {
        return new RunStateFile(home.state())
                .read()
                .filter(state -> state.launcher().pid() == process.pid() && state.phase() == Phase.READY)
                .isPresent();
    }

    /** Runs another command on the same folder to its end. */
    public Outcome run(String command, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(words, command)).start();
        CompletableFuture<String> err =
                CompletableFuture.supplyAsync(() -> read(process.errorReader(StandardCharsets.UTF_8)));
        String out = read(process.inputReader(StandardCharsets.UTF_8));
        return new Outcome(process.waitFor(), out, err.join());
    }

    private static String read(java.io.BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }

    /** The options of the script, and C1 only, which starts faster. */
    private List<String> command(String[] words, String command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx640m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsuite.root=" + folder,
                "-cp",
                Stream.concat(Stream.of(CLASS_PATH), more.stream().map(Path::toString))
                        .collect(Collectors.joining(File.pathSeparator)),
                Launcher.class.getName(),
                command));
        all.addAll(List.of(words));
        return all;
    }

    /** A command on the same folder as one line for a shell. */
    public String commandLine(String command, String... words) {
        return command(words, command).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** What {@code up} printed so far. */
    public String console() throws IOException {
        return Files.readString(folder.resolve("console.txt"));
    }

    /** What the running suite says about itself. */
    public RunState state() {
        return new RunStateFile(home.state()).read().orElseThrow();
    }

    /** The process of a part that has one of its own. */
    public ProcessHandle process(String part) {
        return state().part(part)
                .map(PartState::process)
                .flatMap(id -> id.alive())
                .orElseThrow(() -> new IllegalStateException(part + " has no process of its own"));
    }

    /** Processes of all parts that have one of their own. */
    public List<ProcessHandle> processes() {
        return state().parts().stream()
                .filter(part -> part.process() != null)
                .map(part -> process(part.name()))
                .toList();
    }

    public SuiteHome home() {
        return home;
    }

    /** Port by its name in the settings, such as {@code gateway} or {@code kafka}. */
    public int port(String name) {
        return java.util.Objects.requireNonNull(ports.get(name), name);
    }

    /** Its Kafka, with the password of the installation. */
    public KafkaUser kafka() {
        return KafkaUser.withPassword(
                "localhost:" + port(Ports.KAFKA),
                Secrets.loadOrCreate(home.secrets()).get(Secret.KAFKA_SUITE));
    }

    /** A token that allows everything but approvals, as {@code ./suite token} prints it. */
    public String token() throws IOException, InterruptedException {
        if (token == null) {
            Outcome outcome = run("token");
            if (outcome.exit() != 0) {
                throw new IllegalStateException(outcome.err());
            }
            token = outcome.out().strip();
        }
        return token;
    }

    /** A person approves of what was proposed. */
    public Answer approve(String approval, String reason) throws IOException, InterruptedException {
        return postWith(
                "approve,trade:read,admin",
                "/api/v1/approvals/%s/approve".formatted(approval),
                "{\"reason\": \"%s\"}".formatted(reason));
    }

    /** POST of JSON through the gateway with a token of these scopes. */
    public Answer postWith(String scopes, String path, String json) throws IOException, InterruptedException {
        Outcome outcome = run("token", "--scope", scopes);
        if (outcome.exit() != 0) {
            throw new IllegalStateException(outcome.err());
        }
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port(Services.FRONT_DOOR), path)))
                        .header("Authorization", "Bearer " + outcome.out().strip())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** GET through the gateway. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** GET at a service itself, as the services do; the gateway does not lead to what only they call. */
    public Answer getAsService(String service, String path) throws IOException, InterruptedException {
        Outcome outcome = run("token", "--client", "service");
        if (outcome.exit() != 0) {
            throw new IllegalStateException(outcome.err());
        }
        return send(HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port(service), path)))
                .header("Authorization", "Bearer " + outcome.out().strip())
                .GET());
    }

    /** POST of JSON through the gateway. */
    public Answer post(String path, String json, String... headers) throws IOException, InterruptedException {
        return send(posting(path, json, headers));
    }

    /** POST of JSON through the gateway, without waiting for the answer. */
    public CompletableFuture<HttpResponse<String>> postLater(String path, String json, String... headers)
            throws IOException, InterruptedException {
        return http.sendAsync(posting(path, json, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder posting(String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port(Services.FRONT_DOOR), path)))
                .header("Authorization", "Bearer " + token());
    }

    /** Any method and body through the gateway. */
    public Answer send(String method, String path, byte[] body, String contentType) {
        try {
            HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            return send(contentType.isEmpty() ? request : request.header("Content-Type", contentType));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }

    /** Kills the launcher as SIGKILL does: it cannot clean up. */
    public void kill() throws InterruptedException {
        if (launcher != null) {
            launcher.destroyForcibly().waitFor();
        }
    }

    /** Stops the suite with the command, and waits until its launcher is gone. */
    public Outcome stop() throws IOException, InterruptedException {
        Outcome outcome = run("stop");
        if (launcher != null && !launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the suite does not stop:\n" + console());
        }
        return outcome;
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (launcher != null) {
                launcher.destroyForcibly();
            }
        }
    }
}
