package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.MarkSource;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.FixedClock;
import dev.tradesuite.test.SuiteClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is around risk-service: a clock, stand-ins for the services it asks, and the events of the others. */
public final class World {

    private static final String MIDDAY = "2026-03-04T12:00:00Z";

    private final FixedClock clock;
    private final StandIns standIns;
    private final KafkaTemplate<Object, Object> kafka;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final String bootstrapServers;

    private World(
            FixedClock clock,
            StandIns standIns,
            KafkaTemplate<Object, Object> kafka,
            JsonMapper json,
            JdbcClient jdbc,
            String bootstrapServers) {
        this.clock = clock;
        this.standIns = standIns;
        this.kafka = kafka;
        this.json = json;
        this.jdbc = jdbc;
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes one available to the tests. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Config {

        @Bean
        FixedClock testClock() {
            return FixedClock.at(MIDDAY);
        }

        @Bean(destroyMethod = "close")
        StandIns standIns() {
            return StandIns.start();
        }

        @Bean
        DynamicPropertyRegistrar addresses(StandIns standIns) {
            return registry -> {
                registry.add("suite.services.ledger.url", standIns::url);
                registry.add("suite.services.brain.url", standIns::url);
                registry.add("suite.services.orchestrator.url", standIns::url);
                registry.add("suite.services.portfolio.url", standIns::url);
            };
        }

        @Bean
        World world(
                FixedClock clock,
                StandIns standIns,
                KafkaTemplate<Object, Object> kafka,
                JsonMapper json,
                JdbcClient jdbc,
                @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
            return new World(clock, standIns, kafka, json, jdbc, bootstrapServers);
        }
    }

    public FixedClock clock() {
        return clock;
    }

    public StandIns standIns() {
        return standIns;
    }

    /** Lets ledger-service know an account of 10,000 USD, and risk-service learn of it when it needs to. */
    public void open(String account) {
        standIns.accounts.put(account, books(account, 1, "10000"));
    }

    /** The account with this equity and these positions. */
    public Account books(String account, long sequence, String equity, Position... positions) {
        Instant now = clock.instant();
        BigDecimal margin =
                List.of(positions).stream().map(Position::marginUsed).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Account(
                account,
                "Test",
                "USD",
                RunLabel.PAPER,
                AccountStatus.ACTIVE,
                new BigDecimal("10000"),
                BigDecimal.ZERO,
                new BigDecimal(equity),
                BigDecimal.ZERO,
                new BigDecimal(equity),
                margin,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(positions),
                List.of(),
                sequence,
                now,
                now);
    }

    /** A position in EURUSD at 1.0835 that has reached its stop, at the instrument's margin rate of 2 %. */
    public Position eurusd(String account, Direction direction, String lots) {
        return eurusd(account, direction, lots, "0");
    }

    /** The same with stops that lose this much. */
    public Position eurusd(String account, Direction direction, String lots, String lossAtStop) {
        BigDecimal price = new BigDecimal("1.0835");
        BigDecimal margin = new BigDecimal(lots).multiply(new BigDecimal("2167"));
        Instant now = clock.instant();
        return new Position(
                account,
                "EURUSD",
                direction,
                new BigDecimal(lots),
                price,
                null,
                null,
                BigDecimal.ZERO,
                new BigDecimal(lossAtStop),
                List.of(),
                price,
                MarkSource.MARKET,
                now,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                margin,
                null,
                now);
    }

    /** The books tell of an account. */
    public UUID tell(Account account) {
        return send(Topics.LEDGER_EVENTS, "account.updated", account.id(), new AccountUpdated(account, null));
    }

    /** The books tell of an account after a fill. */
    public UUID tell(Account account, UUID order, String bookedLots, boolean complete) {
        return send(
                Topics.LEDGER_EVENTS,
                "account.updated",
                account.id(),
                new AccountUpdated(
                        account,
                        new AccountUpdated.BookedFill(UUID.randomUUID(), order, new BigDecimal(bookedLots), complete)));
    }

    /** The orchestrator tells of a fill. */
    public UUID fill(String account, UUID order, String lots, String cumulativeLots, boolean complete) {
        return send(
                Topics.ORDERS_EVENTS,
                "order.filled",
                account,
                new OrderFilled(
                        UUID.randomUUID(),
                        order,
                        "client-" + order,
                        account,
                        "EURUSD",
                        Side.BUY,
                        new BigDecimal(lots),
                        new BigDecimal("1.0835"),
                        new BigDecimal(cumulativeLots),
                        complete,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        Map.of(),
                        Map.of(),
                        false,
                        null,
                        null,
                        false,
                        null,
                        RunLabel.PAPER,
                        clock.instant(),
                        null,
                        null));
    }

    /** The orchestrator tells of the end of an order. */
    public UUID close(String account, UUID order, String filledLots) {
        return send(
                Topics.ORDERS_EVENTS,
                "order.closed",
                account,
                new OrderClosed(
                        order,
                        "client-" + order,
                        account,
                        "EURUSD",
                        OrderStatus.CANCELLED,
                        new BigDecimal(filledLots),
                        new Reason("CANCELLED_BY_REQUEST", "cancelled by a test"),
                        clock.instant(),
                        null));
    }

    private UUID send(String topic, String type, String key, Object data) {
        UUID eventId = Ids.next();
        sendText(topic, key, json.writeValueAsString(envelope(eventId, type, data)));
        return eventId;
    }

    /** An event as the others send it. */
    public EventEnvelope<Object> envelope(UUID eventId, String type, Object data) {
        return new EventEnvelope<>(eventId, type, clock.instant(), "test", null, data);
    }

    /** Sends any text, and waits until Kafka has it. */
    public void sendText(String topic, String key, String value) {
        try {
            kafka.send(topic, key, value).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was published on a topic under a key so far. */
    public List<JsonNode> published(String topic, String key) {
        return texts(topic, key).stream().map(json::readTree).toList();
    }

    /** How many messages with the key are on a topic. */
    public int deadLetters(String topic, String key) {
        return texts(topic, key).size();
    }

    private List<String> texts(String topic, String key) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (KafkaConsumer<@Nullable String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> messages = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (key.equals(message.key())) {
                        messages.add(message.value());
                    }
                });
            }
            return messages;
        }
    }

    /** A trade of EURUSD at 1.0835 with a stop 50 pips away, as JSON. */
    public static String trade(String account, String side, String lots) {
        String stop = side.equals("BUY") ? "1.0785" : "1.0885";
        return """
                {"account_id": "%s", "symbol": "EURUSD", "side": "%s", "lots": %s, "entry_price": 1.0835,
                 "stop_loss_price": %s}"""
                .formatted(account, side, lots, stop);
    }

    /** A request to reserve for an order, as JSON. */
    public static String order(UUID order, String trade) {
        return """
                {"order_id": "%s", "trade": %s}""".formatted(order, trade);
    }

    /** Limits, as JSON; drawdown 15 and position size 5. */
    public static String limits(String daily, String margin, String correlation, String exposure) {
        return limits(daily, "5", margin, correlation, exposure);
    }

    /** Limits, as JSON; drawdown 15. */
    public static String limits(String daily, String size, String margin, String correlation, String exposure) {
        return """
                {"daily_loss_percent": %s, "drawdown_percent": 15, "position_size_percent": %s, "margin_percent": %s,
                 "correlation": %s, "currency_exposure_percent": %s}"""
                .formatted(daily, size, margin, correlation, exposure);
    }

    /** Asks for a reservation. */
    public static SuiteClient.Answer reserve(SuiteClient client, UUID order, String trade) {
        return client.with("internal").post("/api/v1/risk/reservations", order(order, trade));
    }

    /** Where the reservation of an order stands. */
    public static JsonNode reservation(SuiteClient client, UUID order) {
        SuiteClient.Answer answer = client.with("internal").get("/api/v1/risk/reservations/" + order);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Risk memory of an account. */
    public static JsonNode account(SuiteClient client, String account) {
        return client.with("trade:read").get("/api/v1/risk/accounts/" + account).json();
    }

    /** Changes the limits of an account. */
    public static void limit(SuiteClient client, String account, String limits) {
        SuiteClient.Answer answer = client.with("risk:admin").put("/api/v1/risk/limits/" + account, limits);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Changes a trading state. */
    public static SuiteClient.Answer restrict(SuiteClient client, String scope, String id, String state) {
        return client.with("risk:admin")
                .put(
                        "/api/v1/risk/trading-state",
                        """
                        {"scope": "%s", "id": "%s", "state": "%s", "reason": "a test"}"""
                                .formatted(scope, id, state));
    }

    /** Fails unless an account holds exactly what its reservations hold. */
    public void assertHeldAddsUp(String account) {
        assertThat(jdbc.sql(
                                """
                                SELECT a.reserved_margin = coalesce(sum(r.held_margin), 0)
                                   AND a.reserved_loss = coalesce(sum(r.held_loss), 0)
                                FROM account a LEFT JOIN reservation r ON r.account_id = a.id
                                WHERE a.id = ? GROUP BY a.id
                                """)
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
