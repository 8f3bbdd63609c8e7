package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A request that fails, and others that are refused, on a service whose libraries tell all they know. */
@SuiteIntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LogIT {

    /** As a webhook has it: 256 bits. */
    private static final String SECRET = "u3Zq-0a_bC1dE2fG3hI4jK5lM6nO7pQ8rS9tU0vW1xY";

    private static final List<String> TALKATIVE = List.of(
            "org.springframework.web", "org.springframework.security", "org.apache.coyote", "org.apache.catalina");

    @TempDir
    static Path folder;

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void accessLog(DynamicPropertyRegistry settings) {
        settings.add("server.tomcat.accesslog.enabled", () -> "true");
        settings.add("server.tomcat.accesslog.buffered", () -> "false");
        settings.add("server.tomcat.accesslog.directory", folder::toString);
    }

    @BeforeEach
    void tellAll() {
        level(LogLevel.TRACE, LogLevel.TRACE);
    }

    @AfterEach
    void tellWhatIsUsual() {
        level(LogLevel.INFO, LogLevel.WARN);
    }

    private static void level(LogLevel level, LogLevel ofRequests) {
        LoggingSystem logging = LoggingSystem.get(LogIT.class.getClassLoader());
        TALKATIVE.forEach(logger -> logging.setLogLevel(logger, level));
        logging.setLogLevel("org.apache.coyote.http11", ofRequests);
    }

    @Test
    void secretOfAnAddressIsInNoLog(CapturedOutput output) throws IOException {
        SuiteClient reader = client.with("trade:read");
        assertThat(reader.get("/api/v1/webhooks/%s?key=%s".formatted(SECRET, SECRET))
                        .status())
                .isEqualTo(500);
        assertThat(reader.get("/api/v1/webhooks/%s?other=%s".formatted(SECRET, SECRET))
                        .status())
                .isEqualTo(400);
        assertThat(reader.get("/api/v1/webhooks/a/b/" + SECRET).status()).isEqualTo(404);
        assertThat(client.get("/api/v1/webhooks/" + SECRET).status()).isEqualTo(401);
        assertThat(reader.delete("/api/v1/webhooks/%s?%s".formatted(SECRET, SECRET))
                        .status())
                .isEqualTo(405);
        assertThat(reader.get("/api/v1/webhooks/%s//".formatted(SECRET)).status())
                .isEqualTo(400);

        assertThat(output.getAll())
                .contains(
                        "GET /api/v1/webhooks/{token} failed",
                        "IllegalStateException: no answer for /api/v1/webhooks/***")
                .doesNotContain(SECRET)
                .contains(" DEBUG ", " TRACE ");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("forged"));
        String access = accessLog();
        assertThat(access).contains("GET /api/v1/webhooks/{token} 500").doesNotContain(SECRET);
        assertThat(client.get("/actuator/prometheus").text())
                .contains("uri=\"/api/v1/webhooks/{token}\"")
                .doesNotContain(SECRET);
    }

    private static String accessLog() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.findFirst().orElseThrow(), StandardCharsets.UTF_8);
        }
    }
}
