package dev.tradesuite.benchmarks.following;

import dev.tradesuite.benchmarks.suite.SuiteSecrets;
import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.boot.KafkaLogin;
import dev.tradesuite.support.event.EventSignatures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Tells the suite of bars with their signals, as the brain does, at a pace of its own. */
final class BarPlayer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String SOURCE = "brain-service";

    private final KafkaProducer<byte[], byte[]> producer;
    private final EventSignatures signatures;

    BarPlayer(int port, SuiteSecrets secrets) {
        Map<String, Object> settings =
                new HashMap<>(new KafkaLogin(KafkaLogin.USER, secrets.kafkaPassword()).clientSettings());
        settings.put("bootstrap.servers", "localhost:" + port);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.signatures = EventSignatures.of(secrets.signingSecret(), "");
    }

    /**
     * The bar closes: first for those who trade and value by it, then with what the models say. The first are told that
     * it began now and lasts a minute: nobody believes a fill of tomorrow.
     */
    void play(BarSignals bar) throws InterruptedException {
        Candle candle = bar.bar();
        Candle now =
                new Candle(Instant.now(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
        send(
                Topics.MARKET_BARS,
                bar.symbol(),
                "candle.closed",
                new CandleClosed(bar.symbol(), Timeframe.M1, now, bar.source(), bar.label()));
        send(Topics.BRAIN_SIGNALS, bar.symbol(), "bar.signals", bar);
    }

    private void send(String topic, String key, String type, Object data) throws InterruptedException {
        EventEnvelope<Object> event = new EventEnvelope<>(UUID.randomUUID(), type, Instant.now(), SOURCE, null, data);
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(event));
        signatures.sign(message);
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take a bar of " + key, e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
