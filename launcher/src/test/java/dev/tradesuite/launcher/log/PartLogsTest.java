package dev.tradesuite.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PartLogsTest {

    private static final Logger LOG = LoggerFactory.getLogger(PartLogsTest.class);

    @TempDir
    Path folder;

    @AfterEach
    void stopWriting() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        System.clearProperty("org.springframework.boot.logging.LoggingSystem");
    }

    @Test
    void givesEachPartAFileAndThreadsTheFileOfTheirPart() throws Exception {
        PartLogs.writeTo(folder, LogOptions.of(Map.of()));

        LOG.info("from the launcher");
        PartLogs.callAs("brain-service", () -> {
            LOG.info("from the brain");
            Thread.ofPlatform().start(() -> LOG.warn("from its thread")).join();
            Thread.ofVirtual().start(() -> LOG.warn("from its virtual thread")).join();
            return PartLogs.callAs("kafka", () -> {
                LOG.info("from within");
                return 1;
            });
        });
        LOG.debug("too detailed");
        LOG.info("the launcher again");

        assertThat(log("launcher"))
                .contains("from the launcher", "the launcher again")
                .doesNotContain("brain", "too detailed");
        assertThat(log("brain-service"))
                .contains("from the brain", "from its thread", "from its virtual thread")
                .doesNotContain("within");
        assertThat(log("kafka")).contains("from within");
    }

    @Test
    void writesJsonAndOtherLevelsWhenAsked() throws IOException {
        PartLogs.writeTo(
                folder,
                LogOptions.of(Map.of(
                        "suite.logging.json", "true", "logging.level." + PartLogsTest.class.getName(), "DEBUG")));

        LOG.debug("in detail");

        JsonNode line = JsonMapper.shared().readTree(log("launcher"));
        assertThat(line.path("message").asString()).isEqualTo("in detail");
        assertThat(line.path("level").asString()).isEqualTo("DEBUG");
        assertThat(line.path("service").asString()).isEqualTo("launcher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void tellsNoSecretAndLetsNobodyForgeALine(String json) throws IOException {
        PartLogs.writeTo(folder, LogOptions.of(Map.of("suite.logging.json", json)));

        LOG.warn("POST /api/v1/webhooks/{} failed", "s3cret?key=s3cret", new IllegalStateException("a\r\nforged \0"));
        LOG.warn("a\r\nforged\u001b[2J", new IOException("/api/v1/webhooks/s3cret\nforged"));

        assertThat(log("launcher").lines()).noneMatch(line -> line.startsWith("forged"));
        assertThat(log("launcher"))
                .contains("/api/v1/webhooks/***", "IllegalStateException", "IOException")
                .doesNotContain("key=", "/s3cret", "\r", "\0", "\u001b");
    }

    @Test
    void rollsALogThatHasGrownAndKeepsNoMoreThanItIsToldTo() {
        PartLogs.writeTo(
                folder, LogOptions.of(Map.of("suite.logging.max-size", "10KB", "suite.logging.total-size", "20KB")));

        for (int line = 0; line < 2_000; line++) {
            LOG.info("line {} of many, each different: {}", line, line * 2_654_435_761L);
        }

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(Files.size(folder.resolve("launcher.log"))).isLessThan(11_000);
            assertThat(packed()).isNotEmpty();
            assertThat(packed().stream()
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .as("the newest may be packed after the others were counted")
                    .isLessThan(30 * 1024);
        });
    }

    private List<Path> packed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log.gz")).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "suite.logging.max-size;   much; suite.logging.max-size must be a size such as 20MB or 1GB, but is"
                        + " 'much'",
                "suite.logging.total-size; 0;    suite.logging.total-size must be larger than zero, but is '0'",
                "suite.logging.total-size; 1MB;  suite.logging.total-size must not be below suite.logging.max-size,"
                        + " which is 20MB",
                "suite.logging.keep;       soon; suite.logging.keep must be a time such as 14d, but is 'soon'",
                "suite.logging.keep;       1h;   suite.logging.keep must be a day at least, but is '1h'"
            },
            delimiter = ';')
    void namesABoundThatCannotBeUnderstood(String setting, String value, String message) {
        assertThatThrownBy(() -> LogOptions.of(Map.of(setting, value)))
                .isInstanceOf(SuiteException.class)
                .hasMessage(message);
    }

    private String log(String part) throws IOException {
        return Files.readString(folder.resolve(part + ".log"));
    }
}
