package dev.tradesuite.portfolio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.notification.Notification;
import dev.tradesuite.portfolio.notification.NotificationService;
import dev.tradesuite.portfolio.notification.NotificationStore;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The outgoing webhook, from a real event to a made-up receiver. */
@SuiteIntegrationTest(freshSchema = true)
class NotificationIT {

    private static final WireMockServer OUTSIDE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NotificationStore store;

    @Autowired
    private NotificationService notifications;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        OUTSIDE.start();
        settings.add("suite.portfolio.notifications.url", () -> OUTSIDE.baseUrl() + "/hook");
        settings.add("suite.portfolio.notifications.secret", () -> "0123456789abcdef");
        settings.add("suite.portfolio.notifications.poll", () -> "100ms");
        settings.add("suite.portfolio.notifications.first-retry", () -> "200ms");
    }

    @AfterAll
    static void stop() {
        OUTSIDE.stop();
    }

    @BeforeEach
    void begin() {
        OUTSIDE.resetAll();
        jdbc.sql("TRUNCATE notification").update();
    }

    @Test
    void eventIsSentSignedAndTriedAgainAndARepeatIsNot() {
        UUID id = UUID.randomUUID();
        UUID moment = UUID.randomUUID();
        // Other tests have news on the topic, too.
        OUTSIDE.stubFor(post("/hook").willReturn(ok()));
        OUTSIDE.stubFor(post("/hook")
                .withHeader("X-Suite-Id", equalTo(id.toString()))
                .inScenario("late")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("well"));

        try (TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            // The group begins at the end of the topic, whenever it has come so far.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        topic.send("trend", event(id, "lifecycle.changed"));
                        return rows(List.of(id), "true") == 1;
                    });
            topic.send("trend", event(moment, "portfolio.risk"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows(List.of(id), "delivered_at IS NOT NULL") == 1);

        List<LoggedRequest> sent = OUTSIDE.findAll(postRequestedFor(urlEqualTo("/hook"))
                .withHeader("X-Suite-Id", equalTo(id.toString()))
                .withHeader("X-Suite-Signature", matching("sha256=[0-9a-f]{64}")));
        assertThat(sent).hasSize(2).allSatisfy(request -> {
            assertThat(request.getBodyAsString())
                    .contains("\"type\":\"lifecycle\"", "\"event\":\"lifecycle.changed\"", "\"code\":\"trend\"");
        });
        assertThat(rows(List.of(id, moment), "true")).isOne();
    }

    @Test
    void instancesThatSendAtOnceSendEachOnce() {
        OUTSIDE.stubFor(post("/hook").willReturn(ok()));
        List<UUID> ids = IntStream.range(0, 30).mapToObj(_ -> Ids.next()).toList();
        ids.forEach(id -> store.add(new Notification(id, "approval", "{}", 0), Instant.now()));

        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(_ -> CompletableFuture.runAsync(notifications::sendDue))
                        .toArray(CompletableFuture[]::new))
                .join();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rows(ids, "delivered_at IS NOT NULL") == 30);

        assertThat(OUTSIDE.findAll(postRequestedFor(urlEqualTo("/hook"))))
                .extracting(request -> UUID.fromString(request.getHeader("X-Suite-Id")))
                .filteredOn(ids::contains)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private int rows(List<UUID> ids, String where) {
        return jdbc.sql("SELECT count(*) FROM notification WHERE id IN (:ids) AND " + where)
                .param("ids", ids)
                .query(Integer.class)
                .single();
    }

    private static String event(UUID id, String type) {
        return """
                {"event_id":"%s","type":"%s","occurred_at":"2026-03-31T12:00:00Z","source":"portfolio-service",
                 "data":{"code":"trend","from":"PAPER","to":"LIVE"}}
                """
                .formatted(id, type);
    }
}
