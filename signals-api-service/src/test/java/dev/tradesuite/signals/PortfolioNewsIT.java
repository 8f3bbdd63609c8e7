package dev.tradesuite.signals;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import dev.tradesuite.test.TestTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** News of strategies and accounts from their events to those clients who may hear them. */
@SuiteIntegrationTest
class PortfolioNewsIT {

    private static final WireMockServer OTHERS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Autowired
    private SuiteClient service;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        OTHERS.start();
        Stream.of("ledger", "portfolio")
                .forEach(name -> settings.add("suite.services.%s.url".formatted(name), OTHERS::baseUrl));
    }

    @AfterAll
    static void stop() {
        OTHERS.stop();
    }

    @BeforeEach
    void begin() {
        OTHERS.stubFor(get("/api/v1/owners/account/anns").willReturn(okJson("{\"owner\":\"ann\"}")));
        OTHERS.stubFor(
                get("/api/v1/strategies/held")
                        .willReturn(
                                okJson(
                                        """
                {"code":"held","name":"held","source":"hold:AAPL","state":"PAPER","registered_at":"2026-03-31T12:00:00Z","version":1}
                """)));
    }

    @Test
    void everyClientHearsWhatItMay() throws Exception {
        try (FeedClient ann = client("ann", "trade:read");
                FeedClient bob = client("bob", "trade:read");
                FeedClient nobody = FeedClient.connect(service, "");
                FeedClient byTicket = FeedClient.connect(service, "?ticket=" + ticketOfAnn());
                TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            for (FeedClient each : List.of(ann, bob, nobody, byTicket)) {
                each.next("snapshot");
            }
            UUID limit = heard(topic, "portfolio.limit_breached", "{\"account_id\":\"anns\",\"limit\":\"DRAWDOWN\"}");
            topic.send("anns", event(limit, "portfolio.limit_breached", "{\"account_id\":\"anns\"}"));
            UUID step = UUID.randomUUID();
            topic.send("held", event(step, "lifecycle.changed", "{\"code\":\"held\",\"to\":\"LIVE\"}"));

            JsonNode breach = ann.next("portfolio_limit");
            assertThat(breach.path("account_id").asString()).isEqualTo("anns");
            assertThat(breach.at("/data/limit").asString()).isEqualTo("DRAWDOWN");
            assertThat(breach.has("owner")).isFalse();
            assertThat(breach.has("reach")).isFalse();
            JsonNode changed = ann.next("lifecycle");
            assertThat(changed.path("seq").asLong())
                    .isGreaterThan(breach.path("seq").asLong());
            assertThat(byTicket.next("portfolio_limit")).isEqualTo(breach);

            List<JsonNode> ofBob =
                    bob.until(message -> message.path("type").asString().equals("lifecycle"));
            assertThat(ofBob)
                    .noneMatch(message -> message.path("type").asString().equals("portfolio_limit"));
            assertThat(ofBob.getLast()).isEqualTo(changed);

            // What comes before the answer is all that came.
            nobody.say("ping");
            String text = nobody.text();
            while (!text.equals("pong")) {
                assertThat(text).doesNotContain("portfolio_limit", "lifecycle");
                text = nobody.text();
            }
            assertThat(jdbc.sql("SELECT count(*) FROM processed_event WHERE consumer = 'feed-news' AND event_id = ?")
                            .param(limit)
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void ownerHearsThatABrokerHoldsWhatTheBooksDoNot() throws Exception {
        try (FeedClient ann = client("ann", "trade:read");
                FeedClient bob = client("bob", "trade:read");
                TestTopic topic = TestTopic.of(Topics.ORDERS_EVENTS)) {
            ann.next("snapshot");
            bob.next("snapshot");
            heard(
                    topic,
                    "broker.difference",
                    "{\"account_id\":\"anns\",\"symbol\":\"EURUSD\",\"broker\":\"paper\",\"broker_lots\":0.4,\"book_lots\":0}");

            JsonNode difference = ann.next("broker_difference");
            assertThat(difference.path("account_id").asString()).isEqualTo("anns");
            assertThat(difference.at("/data/broker_lots").decimalValue()).isEqualByComparingTo("0.4");

            // What comes before the answer is all that came.
            bob.say("ping");
            String text = bob.text();
            while (!text.equals("pong")) {
                assertThat(text).doesNotContain("broker_difference");
                text = bob.text();
            }
        }
    }

    /** The group begins at the end of the topic, whenever it has come so far. */
    private UUID heard(TestTopic topic, String type, String data) {
        UUID id = UUID.randomUUID();
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    topic.send("anns", event(id, type, data));
                    return jdbc.sql("SELECT count(*) FROM processed_event WHERE consumer = 'feed-news' AND"
                                            + " event_id = ?")
                                    .param(id)
                                    .query(Integer.class)
                                    .single()
                            == 1;
                });
        return id;
    }

    private FeedClient client(String subject, String scope) {
        return FeedClient.connect(service, "", Map.of("Authorization", TestTokens.bearerOf(subject, List.of(), scope)));
    }

    private String ticketOfAnn() {
        return service.as("ann", List.of(), "trade:read")
                .post("/api/models/stream-tickets", null)
                .json()
                .path("ticket")
                .asString();
    }

    private static String event(UUID id, String type, String data) {
        return """
                {"event_id":"%s","type":"%s","occurred_at":"2026-03-31T12:00:00Z","source":"portfolio-service","data":%s}
                """
                .formatted(id, type, data);
    }
}
