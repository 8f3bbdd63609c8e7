package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.MessageLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the messages of a backup into an empty Kafka: same topics, same partitions, same order. */
final class EventRefill {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventRefill() {}

    static void run(KafkaAccess kafka, BackupReader backup, List<Manifest.Topic> topics)
            throws IOException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            MessageLog.get(admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                            .toList())
                    .all());
        }
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = kafka.producer();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(backup.stream(Manifest.EVENTS), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sent.add(producer.send(message(JSON.readTree(line))));
            }
            producer.flush();
        }
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new SuiteException("Kafka does not take the messages of the backup: %s".formatted(e.getMessage()), e);
        }
    }

    /** Kept from now on, as a new message is: what is old would be deleted before anybody has read it. */
    private static ProducerRecord<byte[], byte[]> message(JsonNode json) {
        RecordHeaders headers = new RecordHeaders();
        json.path("headers")
                .forEach(header -> headers.add(header.path("name").asString(), bytes(header.path("value"))));
        return new ProducerRecord<>(
                json.path("topic").asString(),
                json.path("partition").asInt(),
                null,
                bytes(json.path("key")),
                bytes(json.path("value")),
                headers);
    }

    private static byte @Nullable [] bytes(JsonNode text) {
        return text.isString() ? Base64.getDecoder().decode(text.asString()) : null;
    }
}
