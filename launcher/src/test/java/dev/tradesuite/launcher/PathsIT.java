package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.launcher.settings.Setting;
import dev.tradesuite.launcher.settings.SettingCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole suite by its script on a machine as it may be: in a folder with a letter that is no ASCII under the locale
 * C, without a home, and in Turkish.
 *
 * <p>A shell makes the folder from the bytes of its name: the JVM of this test may not be able to read it.
 */
class PathsIT {

    private static final String IN_THE_FOLDER =
            """
            new=$1/$(printf 'bugs \\303\\274n')
            mkdir -p "$new/launcher/target"
            [ -e "$new/suite" ] || { cp "$2" "$new/suite"; ln -s "$3" "$new/launcher/target/suite"; cp "$1/suite.yml" "$new"; }
            java=$4
            shift 4
            exec env -i "PATH=$PATH" "JAVA_HOME=$java" LC_ALL=C SUITE_BUILD=never SUITE_CACHE=never \\
                "SUITE_JAVA_OPTS=-XX:TieredStopAtLevel=1 -Duser.language=tr -Duser.country=TR" "$new/suite" "$@"
            """;

    private static final Path SCRIPT = Path.of("..", "suite").toAbsolutePath().normalize();
    private static final Path BUILT = Path.of("target", "suite").toAbsolutePath();

    @TempDir
    Path folder;

    private int gateway;

    private record Outcome(int exit, String text) {}

    private Outcome suite(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                IN_THE_FOLDER,
                "sh",
                folder.toString(),
                SCRIPT.toString(),
                BUILT.toString(),
                System.getProperty("java.home")));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        suite("stop");
    }

    @Test
    void startsTradesAndStops() throws IOException, InterruptedException {
        writePorts();

        Outcome up = suite("up", "--detach");

        if (up.text().contains("set LC_ALL to one of UTF-8")) {
            // This machine has no locale that can read the name; then the script says so and nothing is half done.
            assertThat(up.exit()).isEqualTo(1);
            return;
        }
        assertThat(up.exit()).as(up.text()).isZero();
        assertThat(up.text()).contains("parts are ready", "bugs ün");
        assertThat(suite("status").exit()).isZero();
        String answer = analyze(suite("token").text().strip());
        // In Turkish the capital of the i in fixed_risk is another letter.
        assertThat(answer).contains("\"decision\"").doesNotContain("\"code\":\"INVALID");
        Outcome backup = suite("backup", folder.resolve("my backup.zip").toString());
        assertThat(backup.exit()).as(backup.text()).isZero();
        assertThat(suite("stop").text()).contains("The suite is stopped.");
    }

    private void writePorts() throws IOException {
        List<String> ports = SettingCatalogue.of(SuiteProcess.SERVICES).stream()
                .map(Setting::key)
                .filter(SettingCatalogue::isPort)
                .toList();
        Iterator<Integer> free = FreePorts.find(ports.size()).iterator();
        List<String> lines = new ArrayList<>();
        for (String port : ports) {
            int number = free.next();
            lines.add("%s: %d".formatted(port, number));
            if (port.equals("ports.gateway")) {
                gateway = number;
            }
        }
        Files.write(folder.resolve("suite.yml"), lines);
    }

    private String analyze(String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:%d/api/v1/orchestrator/analyze".formatted(gateway)))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            """
                                    {"symbol": "eurusd", "current_price": 1.0835, "stop_loss_pips": 50,
                                     "risk_strategy": "fixed_risk", "risk_percent": 2.0, "account_balance": 10000}
                                    """))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
