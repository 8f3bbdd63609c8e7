package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for containers, which no container can be started for here: they fit together. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path COMPOSE = ROOT.resolve("docker-compose.yml");
    /** All but those that need not be there, the secrets that were before. */
    private static final Pattern SECRET =
            Pattern.compile("\\$\\{(SUITE_(?![A-Z_]*PREVIOUS)[A-Z_]*(?:PASSWORD|SECRET))(?![A-Z])([^}]*)}");

    private static Set<String> secrets() throws IOException {
        return SECRET.matcher(Files.readString(COMPOSE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        values.load(new java.io.StringReader(Files.readString(file)));
        return values;
    }

    @Test
    void noSecretHasADefault() throws IOException {
        assertThat(secrets()).contains("SUITE_DATABASE_PASSWORD", "SUITE_SERVICE_CLIENT_SECRET");
        assertThat(SECRET.matcher(Files.readString(COMPOSE))
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .allSatisfy(use -> assertThat(use).contains(":?run deploy/make-secrets"));
    }

    @Test
    void theTrialSetsEverySecretToOneTheServicesKnowAndSaysSo() throws IOException {
        Properties trial = read(ROOT.resolve("deploy/trial.env"));

        assertThat(trial.remove("SUITE_TRIAL_SECRETS")).isEqualTo("allow");
        assertThat(trial.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(secrets());
        assertThat(trial.values())
                .allSatisfy(value -> assertThat(value.toString()).startsWith("trial-"));
    }

    @Test
    void theScriptMakesEverySecretAndKeepsThoseThatAreThere(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("my .env"), "SUITE_MARKET_SOURCE_KIND=gamma\nSUITE_CLI_CLIENT_SECRET=mine");

        makeSecrets(file);
        Properties made = read(file);
        makeSecrets(file);

        assertThat(read(file)).as("the second time changes nothing").isEqualTo(made);
        assertThat(made.remove("SUITE_MARKET_SOURCE_KIND")).isEqualTo("gamma");
        assertThat(made.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(secrets());
        assertThat(made.remove("SUITE_CLI_CLIENT_SECRET")).isEqualTo("mine");
        assertThat(made.values()).doesNotHaveDuplicates().allSatisfy(value -> assertThat(value.toString())
                .matches("[A-Za-z0-9]{32}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void makeSecrets(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ROOT.resolve("deploy/make-secrets").toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).doesNotContain("mine");
    }

    @Test
    void everyContainerHasBoundsForWhatItPrintsAndSaysWhetherItIsWell() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        Map<String, Object> compose = new Yaml(new SafeConstructor(options)).load(Files.readString(COMPOSE));

        Map<?, ?> services = (Map<?, ?>) Objects.requireNonNull(compose.get("services"));
        assertThat(services).isNotEmpty();
        services.forEach((name, service) -> {
            Map<?, ?> settings = (Map<?, ?>) service;
            assertThat(settings.get("healthcheck"))
                    .as("health check of %s", name)
                    .isNotNull();
            Map<?, ?> logging = (Map<?, ?>) Objects.requireNonNull(settings.get("logging"), "logging of " + name);
            assertThat(((Map<?, ?>) Objects.requireNonNull(logging.get("options"))).containsKey("max-size"))
                    .isTrue();
        });
    }
}
