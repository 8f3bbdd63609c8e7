package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.service.Services;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the tests of {@code dashboard/e2e} in a real browser against a suite. */
final class BrowserTests {

    private static final Path DASHBOARD =
            Path.of("..", "dashboard").toAbsolutePath().normalize();
    private static final Path RUNNER = DASHBOARD.resolve("node_modules/@playwright/test/cli.js");
    private static final int MINUTES = 12;

    private BrowserTests() {}

    /** Skips a test, and says what is missing, where npm, the packages of the dashboard or Chromium are. */
    static void assumePossible() {
        assumeTrue(!node().isEmpty(), "skipped: node is not on the PATH");
        assumeTrue(!chromium().isEmpty(), "skipped: Chromium is not on the PATH");
        assumeTrue(Files.exists(RUNNER), "skipped: the packages of the dashboard are not installed");
        assumeTrue(
                Files.exists(DASHBOARD.resolve("target/classes/dashboard/index.html")),
                "skipped: the dashboard is not built");
    }

    /**
     * Fails with what the tests have said when one of them fails.
     *
     * @param folder what they say is written there
     * @param environment more of it
     * @param files those of {@code e2e} to run; none: all
     */
    static void pass(SuiteProcess suite, Path folder, Map<String, String> environment, String... files)
            throws IOException, InterruptedException {
        Path output = folder.resolve("browser.txt");
        List<String> command = new ArrayList<>(List.of(node(), RUNNER.toString(), "test"));
        command.addAll(List.of(files));
        ProcessBuilder tests = new ProcessBuilder(command)
                .directory(DASHBOARD.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        tests.environment().put("SUITE_GATEWAY", "http://localhost:" + suite.port(Services.FRONT_DOOR));
        tests.environment().put("SUITE_OPEN", suite.commandLine("open", "--print"));
        tests.environment()
                .put(
                        "SUITE_PASSWORD",
                        Secrets.loadOrCreate(suite.home().secrets()).get(Secret.OPERATOR));
        tests.environment().put("CHROMIUM", chromium());
        tests.environment().putAll(environment);
        Process process = tests.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }

        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static String node() {
        return program("node");
    }

    private static String chromium() {
        return program("chromium", "chromium-browser", "google-chrome");
    }

    /** The first of these programs that is on the path; empty when none is. */
    private static String program(String... names) {
        List<Path> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(Path::of)
                .toList();
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1)
                .collect(Collectors.joining());
    }
}
