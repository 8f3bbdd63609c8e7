package dev.tradesuite.ledger;

import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.ProtectionChanged;
import dev.tradesuite.contracts.orchestrator.ProtectiveOrder;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.support.Ids;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks for the other services: sends what they would send, and reads what this one publishes. */
public final class TestEvents {

    private final KafkaTemplate<Object, Object> kafka;
    private final JsonMapper json;
    private final String bootstrapServers;

    private TestEvents(KafkaTemplate<Object, Object> kafka, JsonMapper json, String bootstrapServers) {
        this.kafka = kafka;
        this.json = json;
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes one available to a test that imports it, and stand-ins for the services this one asks. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {

        @Bean(destroyMethod = "close")
        StandIns standIns() {
            return StandIns.start();
        }

        @Bean
        DynamicPropertyRegistrar addresses(StandIns standIns) {
            return registry -> {
                registry.add("suite.services.risk.url", standIns::url);
                registry.add("suite.services.orchestrator.url", standIns::url);
                registry.add("suite.strategies.momentum.url", standIns::url);
                // Nothing listens here.
                registry.add("suite.strategies.hybrid.url", () -> "http://127.0.0.1:1");
            };
        }

        @Bean
        TestEvents testEvents(
                KafkaTemplate<Object, Object> kafka,
                JsonMapper json,
                @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
            return new TestEvents(kafka, json, bootstrapServers);
        }
    }

    /** A fill of a whole order on the account, at the time. */
    public static OrderFilled filled(
            String account, Side side, String lots, String symbol, String price, String rate, Instant at) {
        return part(account, UUID.randomUUID(), side, lots, lots, true, symbol, price, rate, at);
    }

    /** A fill of a part of an order. */
    public static OrderFilled part(
            String account,
            UUID orderId,
            Side side,
            String lots,
            String cumulativeLots,
            boolean complete,
            String symbol,
            String price,
            String rate,
            Instant at) {
        return new OrderFilled(
                UUID.randomUUID(),
                orderId,
                "client-" + orderId,
                account,
                symbol,
                side,
                new BigDecimal(lots),
                new BigDecimal(price),
                new BigDecimal(cumulativeLots),
                complete,
                new BigDecimal("1.40"),
                new BigDecimal(rate),
                Map.of(),
                Map.of(),
                false,
                null,
                null,
                false,
                null,
                RunLabel.PAPER,
                at,
                null,
                null);
    }

    /** Sends a fill as the orchestrator does; returns the id of the event. */
    public UUID send(OrderFilled fill) {
        UUID eventId = Ids.next();
        send(eventId, fill);
        return eventId;
    }

    /** Sends a fill as the event with the id. */
    public void send(UUID eventId, OrderFilled fill) {
        sendText(
                Topics.ORDERS_EVENTS,
                fill.accountId(),
                json.writeValueAsString(new EventEnvelope<>(
                        eventId, "order.filled", fill.filledAt(), "orchestrator-service", null, fill)));
    }

    /** Sends the close of a candle as the brain does. */
    public void sendClose(String symbol, Timeframe timeframe, Instant openTime, String close) {
        sendClose("candle.closed", symbol, timeframe, openTime, close);
    }

    /** Sends a candle as an event of another type. */
    public void sendClose(String type, String symbol, Timeframe timeframe, Instant openTime, String close) {
        BigDecimal price = new BigDecimal(close);
        CandleClosed closed = new CandleClosed(
                symbol, timeframe, new Candle(openTime, price, price, price, price, null), "test", RunLabel.PAPER);
        sendText(
                Topics.MARKET_BARS,
                symbol,
                json.writeValueAsString(new EventEnvelope<>(
                        Ids.next(), type, openTime.plus(timeframe.length()), "brain-service", null, closed)));
    }

    /** Sends that the stop, and nothing else, protects the position from now on. */
    public void sendProtection(String account, String symbol, UUID stop, String lots, String price) {
        sendProtection(
                account,
                symbol,
                new ProtectiveOrder(
                        stop, Side.SELL, OrderType.STOP, new BigDecimal(lots), null, new BigDecimal(price), null));
    }

    /** Sends which orders protect the position from now on. */
    public void sendProtection(String account, String symbol, ProtectiveOrder... orders) {
        Instant now = Instant.now();
        sendText(
                Topics.ORDERS_EVENTS,
                account,
                json.writeValueAsString(new EventEnvelope<>(
                        Ids.next(),
                        "order.protection",
                        now,
                        "orchestrator-service",
                        null,
                        new ProtectionChanged(account, symbol, List.of(orders), now))));
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

    /** What was published about an account so far, in the order of arrival. */
    public List<JsonNode> publishedFor(String account) {
        return read(Topics.LEDGER_EVENTS).stream()
                .filter(message -> account.equals(message.key()))
                .map(message -> json.readTree(message.value()))
                .toList();
    }

    /** Everything a topic holds. */
    public List<ConsumerRecord<@Nullable String, String>> read(String topic) {
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
            List<ConsumerRecord<@Nullable String, String>> messages = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
