package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.TestServices;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two instances: each serves every message under the same number, and one takes over the clients of the other. */
class StreamInstancesIT {

    private static final String SYMBOL = "CHFJPY.SIM";
    private final Instant first = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);

    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext two;

    @BeforeEach
    void start() {
        one = instance();
        two = instance();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private static ConfigurableApplicationContext instance() {
        return SuiteApplication.run(
                SignalsApplication.class,
                "signals-api-service",
                TestServices.arguments("dw_instances", Map.of("server.address", "127.0.0.1")));
    }

    @Test
    void bothServeEveryMessageAndAClientOfTheOneThatStopsGoesOnAtTheOther() throws Exception {
        SuiteClient atTwo = SuiteClient.of(two);
        try (FeedClient moving = FeedClient.connect(SuiteClient.of(one), "");
                FeedClient staying = FeedClient.connect(atTwo, "")) {
            moving.next("snapshot");
            staying.next("snapshot");
            book(one, 3);
            List<JsonNode> atFirst = ofSymbol(moving.until(isLast(3)));
            List<JsonNode> all = new ArrayList<>(ofSymbol(staying.until(isLast(3))));
            assertThat(atFirst).hasSize(36).isEqualTo(all);

            one.close();
            assertThat(moving.code()).isEqualTo(1012);
            book(two, 5);
            all.addAll(ofSymbol(staying.until(isLast(5))));

            try (FeedClient moved = FeedClient.connect(
                    atTwo, "?last_seq=" + atFirst.getLast().path("seq").asLong())) {
                List<JsonNode> heard = new ArrayList<>(atFirst);
                heard.addAll(ofSymbol(moved.until(isLast(5))));
                assertThat(heard).isEqualTo(all);
            }
        }
    }

    @Test
    void aTicketOfOneInstanceOpensTheFeedOfTheOther() throws Exception {
        String ticket = SuiteClient.of(one)
                .with("trade:read")
                .post("/api/models/stream-tickets", null)
                .json()
                .path("ticket")
                .asString();
        try (FeedClient client = FeedClient.connect(SuiteClient.of(two), "?ticket=" + ticket)) {
            assertThat(client.next().path("type").asString()).isEqualTo("connection");
        }
    }

    private void book(ConfigurableApplicationContext instance, int bars) {
        new BookedModels(instance.getBean(BarBookingService.class))
                .book(SYMBOL, first, bars, (_, _) -> PositionSignal.LONG);
    }

    private static List<JsonNode> ofSymbol(List<JsonNode> messages) {
        return messages.stream()
                .filter(message -> message.path("symbol").asString("").equals(SYMBOL))
                .toList();
    }

    private Predicate<JsonNode> isLast(int bars) {
        String close = first.plus(Duration.ofMinutes(5L * bars)).toString();
        return message -> FeedClient.isLastOfBar(SYMBOL).test(message)
                && message.path("timestamp").asString().equals(close);
    }
}
