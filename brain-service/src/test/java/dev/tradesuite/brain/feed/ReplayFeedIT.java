package dev.tradesuite.brain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A replay that plays and one that cannot; the service starts with both. */
@SuiteIntegrationTest(freshSchema = true)
class ReplayFeedIT {

    @Autowired
    SuiteClient suite;

    @DynamicPropertySource
    static void feeds(DynamicPropertyRegistry registry) {
        Path file = recorded();
        Map.of(
                        "suite.brain.feeds.recorded.adapter", "replay",
                        "suite.brain.feeds.recorded.symbols", "GBPUSD.REPLAY",
                        "suite.brain.feeds.recorded.history-days", "3",
                        "suite.brain.feeds.recorded.file", file.toString(),
                        "suite.brain.feeds.lost.adapter", "replay",
                        "suite.brain.feeds.lost.symbols", "EURUSD.REPLAY",
                        "suite.brain.feeds.lost.file", file + ".lost")
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    @Test
    void aFileIsPlayedAndAMissingOneIsSaidToBeSo() {
        SuiteClient client = suite.with("trade:read");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode recorded = feed("recorded");
            assertThat(recorded.path("state").asString()).isEqualTo("RUNNING");
            assertThat(recorded.path("label").asString()).isEqualTo("SIMULATED");
            assertThat(recorded.path("symbols").path(0).path("bars_missing").asInt(-1))
                    .isZero();
            JsonNode lost = feed("lost");
            assertThat(lost.path("state").asString()).isEqualTo("FAILED");
            assertThat(lost.path("last_error").asString()).startsWith("there is no file ");
            assertThat(lost.path("symbols").path(0).has("bars_missing")).isFalse();
        });

        JsonNode candles =
                client.get("/api/v1/candles/GBPUSD.REPLAY?limit=5000").json().path("candles");
        // Three days and up to a week more of hours, one bar each.
        assertThat(candles.size()).isBetween(3 * 24 * 12, 10 * 24 * 12);
        Instant newest =
                Instant.parse(candles.path(candles.size() - 1).path("open_time").asString());
        assertThat(newest).isAfter(Instant.now().minus(Duration.ofMinutes(15)));
        assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private JsonNode feed(String name) {
        for (JsonNode feed : suite.with("trade:read").get("/api/v1/brain/feeds").json()) {
            if (feed.path("name").asString().equals(name)) {
                return feed;
            }
        }
        throw new AssertionError("no feed " + name);
    }

    /** Five weeks of bars of five minutes, of a year ago. */
    private static Path recorded() {
        StringBuilder rows = new StringBuilder("time,open,high,low,close\n");
        Instant first = Instant.parse("2025-01-06T00:00:00Z");
        for (int i = 0; i < 5 * 7 * 288; i++) {
            String price = Integer.toString(12_500 + i % 50);
            rows.append(first.plus(Duration.ofMinutes(5L * i)))
                    .append((",1." + price).repeat(4))
                    .append('\n');
        }
        try {
            Path file = Files.createTempFile("replay", ".csv");
            file.toFile().deleteOnExit();
            return Files.writeString(file, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
