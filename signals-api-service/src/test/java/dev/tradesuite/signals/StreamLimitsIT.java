package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.test.FrameSocket;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import dev.tradesuite.test.TestTopic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What ends a connection of the feed, who may open one, and what is read from the topic. */
@SuiteIntegrationTest
@TestPropertySource(
        properties = {
            "suite.signals.open-reads=never",
            "suite.signals.stream.memory=20",
            "suite.signals.stream.waiting=50",
            "suite.signals.stream.clients=8",
            "suite.signals.stream.heartbeat=300ms"
        })
class StreamLimitsIT {

    private final Instant first = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);

    @Autowired
    SuiteClient anybody;

    @Autowired
    BarBookingService books;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @Test
    void whoHasNoTokenIsRefusedAndATicketOpensTheFeedOnce() throws Exception {
        assertThat(refusal("")).isEqualTo(401);
        assertThat(refusal("?ticket=nonsense")).isEqualTo(401);
        assertThat(anybody.get("/api/models/signals/latest").status()).isEqualTo(401);
        assertThat(anybody.with("risk:admin").get("/api/models/signals/latest").status())
                .isEqualTo(403);
        assertThat(status(catchThrowable(() -> FeedClient.connect(anybody, "", authorization("risk:admin")))))
                .isEqualTo(403);
        assertThat(anybody.post("/api/models/stream-tickets", null).status()).isEqualTo(401);
        assertThat(anybody.with("risk:admin")
                        .post("/api/models/stream-tickets", null)
                        .status())
                .isEqualTo(403);

        String ticket = ticket(TestTokens.token("trade:read"));
        assertThat(jdbc.sql("SELECT encode(hash, 'escape') FROM stream_ticket")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(ticket::equals);
        try (FeedClient client = FeedClient.connect(anybody, "?ticket=" + ticket)) {
            assertThat(client.next().path("type").asString()).isEqualTo("connection");
        }
        assertThat(refusal("?ticket=" + ticket)).isEqualTo(401);

        String old = ticket(TestTokens.token("trade:read"));
        var _ = jdbc.sql("UPDATE stream_ticket SET valid_until = now() - interval '1 second'")
                .update();
        assertThat(refusal("?ticket=" + old)).isEqualTo(401);
    }

    @Test
    void theConnectionEndsWithTheToken() throws Exception {
        String shortLived = TestTokens.tokenFor(Duration.ofSeconds(4), "trade:read");
        try (FeedClient program = connect("Bearer " + shortLived);
                FeedClient browser = FeedClient.connect(anybody, "?ticket=" + ticket(shortLived))) {
            program.next("snapshot");
            browser.next("snapshot");
            assertThat(program.code()).isEqualTo(4001);
            assertThat(browser.code()).isEqualTo(4001);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?last_seq=-1", "?last_seq=x", "?last_seq=", "?last_seq=1&last_seq=2", "?lastseq=1"})
    void anAddressThatCannotBeIsRefusedBeforeTheConnection(String query) {
        Throwable refused = catchThrowable(() -> FeedClient.connect(anybody, query, authorization("trade:read")));
        assertThat(status(refused)).isEqualTo(400);
    }

    @Test
    void aPlainRequestIsToldWhatIsMissing() {
        SuiteClient.Answer answer = anybody.with("trade:read").get("/ws/trading-signals");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("WebSocket");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nonsense                                         | BROKEN_JSON
                    [1]                                              | BROKEN_JSON
                    {"type":"order"}                                 | UNKNOWN_TYPE
                    {"types":["signal"]}                             | UNKNOWN_TYPE
                    {"type":"subscribe","topics":["signal"]}         | UNKNOWN_FIELD
                    {"type":"subscribe","types":["news"]}            | INVALID_VALUE
                    {"type":"subscribe","types":"signal"}            | INVALID_VALUE
                    {"type":"subscribe","strategies":["X' OR 1=1"]}  | INVALID_VALUE
                    {"type":"unsubscribe","symbols":["NOTHING"]}     | INVALID_VALUE
                    {"type":"resume"}                                | INVALID_VALUE
                    {"type":"resume","last_seq":-1}                  | INVALID_VALUE
                    {"type":"resume","last_seq":1.5}                 | INVALID_VALUE
                    """)
    void aMistakeIsToldAndTheConnectionGoesOn(String frame, String code) throws Exception {
        try (FeedClient client = connect(TestTokens.bearer("trade:read"))) {
            client.say(frame);
            JsonNode error = client.next("error");
            assertThat(error.path("code").asString()).isEqualTo(code);
            assertThat(error.path("message").asString()).isNotBlank();
            client.next("heartbeat");
        }
    }

    @Test
    void theFifthMistakeTooLargeAFrameAndTooManyFramesEndTheConnection() {
        try (FeedClient client = connect(TestTokens.bearer("trade:read"))) {
            for (int mistake = 0; mistake < 4; mistake++) {
                client.say("nonsense");
            }
            client.say(new byte[] {1});
            assertThat(client.code()).isEqualTo(1008);
        }
        try (FeedClient client = connect(TestTokens.bearer("trade:read"))) {
            client.say("x".repeat(4_097));
            assertThat(client.code()).isEqualTo(1008);
        }
        try (FeedClient client = connect(TestTokens.bearer("trade:read"))) {
            for (int frame = 0; frame < 21; frame++) {
                client.say("ping");
            }
            assertThat(client.code()).isEqualTo(1008);
        }
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsSentAway() throws Exception {
        List<FeedClient> clients = new ArrayList<>();
        await().until(() -> meters.get("suite.feed.clients").gauge().value() == 0);
        try {
            for (int i = 0; i < 8; i++) {
                FeedClient client = connect(TestTokens.bearer("trade:read"));
                clients.add(client);
                client.next("snapshot");
            }
            try (FeedClient late = connect(TestTokens.bearer("trade:read"))) {
                assertThat(late.code()).isEqualTo(1013);
            }
        } finally {
            clients.forEach(FeedClient::close);
        }
        await().until(() -> meters.get("suite.feed.clients").gauge().value() == 0);
    }

    @Test
    void whatMemoryNoLongerHoldsIsReadFromTheTopic() throws Exception {
        String symbol = "EURJPY.SIM";
        long before;
        try (FeedClient whole = connect(TestTokens.bearer("trade:read"))) {
            before = whole.next("snapshot").path("seq").asLong();
            new BookedModels(books).book(symbol, first, 12, (_, _) -> PositionSignal.LONG);
            List<Long> all = FeedClient.numbers(whole.until(isLast(symbol, 12)));
            try (FeedClient back = FeedClient.connect(anybody, "?last_seq=" + before, authorization("trade:read"))) {
                List<JsonNode> missed = back.until(isLast(symbol, 12));
                assertThat(missed)
                        .noneMatch(message -> message.path("type").asString().equals("snapshot"));
                assertThat(FeedClient.numbers(missed)).isEqualTo(all);
            }
        }
    }

    @Test
    void aClientThatTakesNothingIsClosedAndNobodyElseWaitsForIt() throws Exception {
        String text = "x".repeat(100_000);
        int messages = 300;
        try (FeedClient frozen = FeedClient.frozen(anybody, authorization("trade:read"));
                FeedClient other = connect(TestTokens.bearer("trade:read"));
                TestTopic topic = TestTopic.of(Topics.SIGNALS_FEED)) {
            other.next("snapshot");
            // More than the buffers on the way take, and fifty messages behind them.
            for (int i = 0; i < messages; i++) {
                topic.send(
                        "feed",
                        """
                        {"event_id": "%s", "type": "feed.message", "data": {"type": "signal", "symbol": "LARGE",
                         "timestamp": "2026-03-02T10:00:00Z", "strategy_code": "RL_PPO", "reasoning": "%d %s"}}
                        """
                                .formatted(UUID.randomUUID(), i, text));
            }
            other.until(message -> message.path("reasoning").asString("").startsWith(messages - 1 + " "));

            frozen.thaw();
            assertThat(frozen.code()).isEqualTo(4008);
            assertThat(other.isClosed()).isFalse();
        }
    }

    private Predicate<JsonNode> isLast(String symbol, int bars) {
        String close = first.plus(Duration.ofMinutes(5L * bars)).toString();
        return message -> FeedClient.isLastOfBar(symbol).test(message)
                && message.path("timestamp").asString().equals(close);
    }

    private FeedClient connect(String authorization) {
        return FeedClient.connect(anybody, "", Map.of("Authorization", authorization));
    }

    private static Map<String, String> authorization(String scope) {
        return Map.of("Authorization", TestTokens.bearer(scope));
    }

    private String ticket(String token) {
        SuiteClient.Answer answer =
                anybody.header("Authorization", "Bearer " + token).post("/api/models/stream-tickets", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("ticket").asString();
    }

    private int refusal(String query) {
        return status(catchThrowable(() -> FeedClient.connect(anybody, query)));
    }

    private static int status(Throwable refused) {
        return ((FrameSocket.RefusedException) refused).status();
    }
}
