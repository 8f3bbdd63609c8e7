package dev.tradesuite.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    Path root;

    private SettingsReader reader;

    @BeforeEach
    void makeReader() {
        reader = new SettingsReader(root, TestServices.ALL);
    }

    @Test
    void hasADefaultForEverything() {
        SuiteSettings settings = reader.read(null, Map.of());

        assertThat(settings.state()).isEqualTo(root.resolve(".suite"));
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.ports().of("gateway")).isEqualTo(8000);
        assertThat(settings.ports().of(Ports.ISSUER)).isEqualTo(9000);
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.parallelStarts()).isEqualTo(2);
        assertThat(settings.restartForked()).isTrue();
        assertThat(settings.propertiesOf("brain")).isEmpty();
    }

    @Test
    void readsTheFileOfTheProjectAndLetsTheCommandLineWin() throws IOException {
        Files.writeString(
                root.resolve("suite.yml"),
                """
                ports:
                  gateway: 18000
                  brain: 18001
                token.lifetime: 5m
                """);

        SuiteSettings settings = reader.read(null, Map.of("ports.brain", "28001"));

        assertThat(settings.ports().of("gateway")).isEqualTo(18000);
        assertThat(settings.ports().of("brain")).isEqualTo(28001);
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void givesAServiceItsOwnPropertiesBeforeThoseOfAll() throws IOException {
        Files.writeString(
                root.resolve("suite.yml"),
                """
                services:
                  all:
                    suite.logging.json: true
                    spring.datasource.hikari.maximum-pool-size: 5
                  brain:
                    spring.datasource.hikari.maximum-pool-size: 20
                    suite.brain.symbols: [EURUSD, GBPUSD]
                """);

        SuiteSettings settings = reader.read(null, Map.of());

        assertThat(settings.propertiesOf("gateway"))
                .containsOnly(
                        Map.entry("suite.logging.json", "true"),
                        Map.entry("spring.datasource.hikari.maximum-pool-size", "5"));
        assertThat(settings.propertiesOf("brain"))
                .containsEntry("spring.datasource.hikari.maximum-pool-size", "20")
                .containsEntry("suite.brain.symbols[0]", "EURUSD")
                .containsEntry("suite.brain.symbols[1]", "GBPUSD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ports.gatway       | 8000    | --set: there is no setting ports.gatway; did you mean ports.gateway?
            colour             | red     | --set: there is no setting colour; ./suite up --help lists them
            services.bran.x    | 1       | --set: there is no setting services.bran.x; ./suite up --help lists them
            services.brain     | 1       | --set: there is no setting services.brain; ./suite up --help lists them
            ports.brain        | 99999   | ports.brain must be a whole number from 1 to 65535, but is '99999'
            ports.brain        | eight   | ports.brain must be a whole number from 1 to 65535, but is 'eight'
            ports.brain        | 8000    | ports.brain and ports.gateway are both 8000; give each part a port of its own
            token.lifetime     | forever | token.lifetime must be a time such as 30s, 5m or 1h, but is 'forever'
            token.lifetime     | 0s      | token.lifetime must be longer than zero, but is '0s'
            fork.restart       | yes     | fork.restart must be true or false, but is 'yes'
            fork.memory        | lots    | fork.memory must be a size such as 256m or 1g, but is 'lots'
            start.parallel     | 0       | start.parallel must be a whole number from 1 to 16, but is '0'
            state              | ''      | state must not be empty
            """)
    void namesTheSettingThatIsWrongAndWhatIsExpected(String key, String value, String message) {
        assertThatThrownBy(() -> reader.read(null, Map.of(key, value)))
                .isInstanceOfSatisfying(SuiteException.class, failure -> {
                    assertThat(failure).hasMessage(message);
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
                });
    }

    @Test
    void namesTheLineOfAFileThatIsNotYaml() throws IOException {
        Files.writeString(root.resolve("suite.yml"), "ports:\n  gateway: [8000\nbrain: 1\n");

        assertThatThrownBy(() -> reader.read(null, Map.of()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("suite.yml is not valid YAML: line 3");
    }

    @Test
    void wantsTheFileThatWasNamed() {
        assertThatThrownBy(() -> reader.read(Path.of("other.yml"), Map.of()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("cannot read the settings file " + root.resolve("other.yml"));
    }

    @Test
    void acceptsAnEmptyFile() throws IOException {
        Files.writeString(root.resolve("suite.yml"), "# nothing yet\n");

        assertThat(reader.read(null, Map.of()).ports().of("brain")).isEqualTo(8001);
    }
}
