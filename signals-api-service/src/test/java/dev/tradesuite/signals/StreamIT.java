package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.test.FrameSocket;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feed from the booking of a bar to a client, over Kafka. */
@SuiteIntegrationTest
class StreamIT {

    private static final AtomicInteger HEARD = new AtomicInteger();

    private final Instant first = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);

    @Autowired
    SuiteClient service;

    @Autowired
    BarBookingService books;

    @Autowired
    JsonMapper json;

    /** Tests before this one may have booked much: a bar that was heard had nothing before it that was not. */
    @BeforeEach
    void waitUntilTheFeedIsQuiet() {
        String symbol = "CADJPY.SIM";
        int bar = HEARD.incrementAndGet();
        Instant open = first.plus(Duration.ofMinutes(5L * bar));
        new BookedModels(books).book(symbol, open, 1, (_, _) -> PositionSignal.FLAT);
        String close = open.plus(Duration.ofMinutes(5)).toString();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            try (FeedClient client = FeedClient.connect(service, "")) {
                JsonNode snapshot = client.next("snapshot");
                return snapshot.path("equity")
                        .valueStream()
                        .anyMatch(equity -> equity.path("symbol").asString().equals(symbol)
                                && equity.path("timestamp").asString().equals(close));
            }
        });
    }

    @Test
    void aTokenOfAnotherScopeIsNoWorseThanNoneAndABadOneIsRefused() throws Exception {
        try (FeedClient client =
                FeedClient.connect(service, "", Map.of("Authorization", TestTokens.bearer("risk:admin")))) {
            assertThat(client.next().path("type").asString()).isEqualTo("connection");
        }
        Throwable refused =
                catchThrowable(() -> FeedClient.connect(service, "", Map.of("Authorization", "Bearer nonsense")));
        assertThat(refused).isInstanceOf(FrameSocket.RefusedException.class);
    }

    @Test
    void aClientGetsASnapshotAndThenEveryChangeInOrder() throws Exception {
        try (FeedClient client = FeedClient.connect(service, "")) {
            JsonNode connection = client.next();
            assertThat(connection.path("type").asString()).isEqualTo("connection");
            assertThat(connection.path("heartbeat_seconds").asInt()).isEqualTo(15);
            JsonNode snapshot = client.next();
            assertThat(snapshot.path("type").asString()).isEqualTo("snapshot");
            assertThat(snapshot.propertyNames())
                    .containsExactly("type", "timestamp", "seq", "signals", "prices", "positions", "equity");

            new BookedModels(books).book("AUDUSD.SIM", first, 2, (_, _) -> PositionSignal.LONG);

            List<JsonNode> heard = new ArrayList<>();
            heard.addAll(client.until(FeedClient.isLastOfBar("AUDUSD.SIM")));
            List<JsonNode> second = client.until(FeedClient.isLastOfBar("AUDUSD.SIM"));
            heard.addAll(second);
            assertThat(FeedClient.numbers(heard)).isSorted().doesNotHaveDuplicates();
            assertThat(FeedClient.numbers(heard).getFirst())
                    .isGreaterThan(snapshot.path("seq").asLong());
            assertThat(second)
                    .extracting(message -> message.path("type").asString())
                    .containsExactly(
                            "signal",
                            "signal",
                            "signal",
                            "signal",
                            "signal",
                            "position_update",
                            "position_update",
                            "position_update",
                            "position_update",
                            "position_update",
                            "price_update",
                            "equity_update");
            assertThat(second).allSatisfy(message -> {
                assertThat(message.path("label").asString()).isEqualTo("SIMULATED");
                assertThat(message.path("timestamp").asString())
                        .isEqualTo(first.plus(Duration.ofMinutes(10)).toString());
            });
            BigDecimal change = BookedModels.close(1).subtract(BookedModels.close(0));
            assertThat(second.get(10).path("change").decimalValue()).isEqualByComparingTo(change);
            assertThat(second.get(5).path("action").asString()).isEqualTo("modified");
            assertThat(second.get(11).path("equity_curves").size()).isEqualTo(5);
        }
    }

    @Test
    void whoConnectsWhileBarsAreBookedMissesNothingAndHearsNothingTwice() throws Exception {
        String symbol = "NZDUSD.SIM";
        int bars = 40;
        try (FeedClient whole = FeedClient.connect(service, "")) {
            long before = whole.next("snapshot").path("seq").asLong();
            Thread booking = Thread.ofVirtual().start(() -> new BookedModels(books)
                    .book(symbol, first, bars, (_, bar) -> bar % 3 == 0 ? PositionSignal.SHORT : PositionSignal.LONG));
            List<FeedClient> late = new ArrayList<>();
            // More than these would keep a busy machine from booking, until the first have waited too long for their
            // reader.
            while (booking.isAlive() && late.size() < 50) {
                late.add(FeedClient.connect(service, ""));
            }
            List<JsonNode> all = whole.until(isLast(symbol, bars));
            List<Long> numbers =
                    FeedClient.numbers(all).stream().filter(seq -> seq > before).toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            assertThat(late).isNotEmpty();
            for (FeedClient client : late) {
                JsonNode snapshot = client.next("snapshot");
                long from = snapshot.path("seq").asLong();
                List<Long> after =
                        from >= numbers.getLast() ? List.of() : FeedClient.numbers(client.until(isLast(symbol, bars)));
                assertThat(after)
                        .isEqualTo(numbers.stream().filter(seq -> seq > from).toList());
                client.close();
            }
        }
    }

    @Test
    void whoComesBackGetsWhatItMissedAndNothingTwice() throws Exception {
        String symbol = "USDCAD.SIM";
        BookedModels models = new BookedModels(books);
        long last;
        try (FeedClient client = FeedClient.connect(service, "")) {
            client.next("snapshot");
            models.book(symbol, first, 1, (_, _) -> PositionSignal.LONG);
            last = FeedClient.numbers(client.until(FeedClient.isLastOfBar(symbol)))
                    .getLast();
        }
        models.book(symbol, first, 3, (_, _) -> PositionSignal.LONG);

        try (FeedClient back = FeedClient.connect(service, "?last_seq=" + last)) {
            assertThat(back.next().path("type").asString()).isEqualTo("connection");
            List<JsonNode> missed = back.until(isLast(symbol, 3));
            assertThat(missed)
                    .noneMatch(message -> message.path("type").asString().equals("snapshot"));
            List<Long> numbers = FeedClient.numbers(missed);
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            assertThat(numbers.getFirst()).isEqualTo(last + 1);

            back.say("{\"type\":\"resume\",\"last_seq\":%d}".formatted(last));
            assertThat(FeedClient.numbers(back.until(isLast(symbol, 3)))).isEqualTo(numbers);
        }
        try (FeedClient future = FeedClient.connect(service, "?last_seq=999999999")) {
            assertThat(future.next("snapshot").path("equity").size()).isPositive();
        }
    }

    @Test
    void aPriceBetweenBarsComesWithTheEquityItMakes() throws Exception {
        String symbol = "EURGBP.SIM";
        new BookedModels(books).book(symbol, first, 2, (_, _) -> PositionSignal.LONG);
        try (FeedClient client = FeedClient.connect(service, "");
                TestTopic prices = TestTopic.of(Topics.MARKET_PRICES)) {
            JsonNode snapshot = client.next("snapshot");
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                // Told from now on only: one that was sent before the service listened is not heard.
                prices.send(symbol, tick(symbol, "1.25"));
                JsonNode message = client.next("equity_update");
                return message.path("symbol").asString().equals(symbol)
                        && message.path("timestamp")
                                        .asString()
                                        .compareTo(first.plusSeconds(3600).toString())
                                > 0;
            });
            prices.send(symbol, tick(symbol, "1.26"));
            JsonNode price = client.next("price_update");
            while (price.path("price").decimalValue().compareTo(new BigDecimal("1.26")) != 0) {
                price = client.next("price_update");
            }
            assertThat(price.path("seq").asLong())
                    .isGreaterThanOrEqualTo(snapshot.path("seq").asLong());
            assertThat(price.path("change").decimalValue())
                    .isEqualByComparingTo(new BigDecimal("1.26").subtract(BookedModels.close(1)));
            assertThat(price.path("change_percent").decimalValue()).isPositive();
            JsonNode equity = client.next("equity_update");
            assertThat(equity.at("/equity_curves/RL_PPO").decimalValue()).isGreaterThan(new BigDecimal("10000"));
        }
    }

    @Test
    void aClientHearsWhatItAsksForAndPingsAreAnswered() throws Exception {
        String symbol = "GBPJPY.SIM";
        try (FeedClient client = FeedClient.connect(service, "")) {
            client.next("snapshot");
            client.say(
                    """
                    {"type":"subscribe","types":["signal"],"strategies":["ML_XGB"],"symbols":["%s"]}
                    """
                            .formatted(symbol));
            client.say("ping");
            String answer = client.text();
            while (!answer.equals("pong")) {
                answer = client.text();
            }
            new BookedModels(books).book(symbol, first, 2, (_, _) -> PositionSignal.FLAT);
            for (int bar = 0; bar < 2; bar++) {
                JsonNode signal = client.next();
                assertThat(signal.path("type").asString()).isEqualTo("signal");
                assertThat(signal.path("strategy_code").asString()).isEqualTo("ML_XGB");
                assertThat(signal.path("symbol").asString()).isEqualTo(symbol);
            }
        }
    }

    private Predicate<JsonNode> isLast(String symbol, int bars) {
        String close = first.plus(Duration.ofMinutes(5L * bars)).toString();
        return message -> FeedClient.isLastOfBar(symbol).test(message)
                && message.path("timestamp").asString().equals(close);
    }

    private String tick(String symbol, String price) {
        Instant now = Instant.now();
        return json.writeValueAsString(new EventEnvelope<>(
                UUID.randomUUID(),
                "market.price",
                now,
                "brain-service",
                null,
                new PriceTick(symbol, new BigDecimal(price), now, "simulator", RunLabel.SIMULATED)));
    }
}
