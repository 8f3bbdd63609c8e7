package dev.tradesuite.launcher.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.kafka.MessageLog;
import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.support.boot.KafkaLogin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A real Kafka; the letters carry the headers the services' error handler writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("this process")
class DeadLetterBoxIT {

    private static final Instant NOW = Instant.parse("2026-03-30T12:00:00Z");
    private static final String EVENT =
            """
            {"event_id": "0198", "type": "order.filled", "occurred_at": "%s", "data": {}}""";

    private KafkaPart part;
    private KafkaAccess kafka;
    private DeadLetterBox box;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        List<Integer> ports = FreePorts.find(2);
        KafkaLogin login = new KafkaLogin(KafkaLogin.USER, "a password");
        part = new KafkaPart(folder.resolve("kafka"), ports.get(0), ports.get(1), login, _ -> {});
        part.start();
        kafka = new KafkaAccess(part.address(), login);
        box = new DeadLetterBox(kafka, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    void stop() throws Exception {
        part.stop();
    }

    private void createTopics(String topic) {
        try (Admin admin = kafka.admin()) {
            MessageLog.get(admin.createTopics(
                            List.of(new NewTopic(topic, 4, (short) 1), new NewTopic(topic + ".dlt", 1, (short) 1)))
                    .all());
        }
    }

    private void put(String topic, long offset, @Nullable String value, String consumer) throws Exception {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", bytes("00-abc"));
        headers.add("kafka_dlt-original-topic", bytes(topic));
        headers.add(
                "kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(2).array());
        headers.add(
                "kafka_dlt-original-offset",
                ByteBuffer.allocate(8).putLong(offset).array());
        headers.add(
                "kafka_dlt-original-timestamp",
                ByteBuffer.allocate(8)
                        .putLong(NOW.minusSeconds(60).toEpochMilli())
                        .array());
        headers.add("kafka_dlt-original-consumer-group", bytes(consumer));
        headers.add("kafka_dlt-exception-fqcn", bytes("org.springframework.kafka.ListenerExecutionFailedException"));
        headers.add("kafka_dlt-exception-cause-fqcn", bytes("java.lang.IllegalStateException"));
        headers.add("dlt-reason", bytes("no such account"));
        try (KafkaProducer<byte[], byte[]> producer = kafka.producer()) {
            producer.send(new ProducerRecord<>(
                            topic + ".dlt", 0, bytes("main"), value == null ? null : bytes(value), headers))
                    .get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<DeadLetter> open(String topic) {
        return box.open().stream()
                .filter(letter -> letter.topic().equals(topic))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> sentAgain(String topic) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        try (Admin admin = kafka.admin()) {
            List<TopicPartition> partitions = MessageLog.partitions(
                    List.of(Objects.requireNonNull(MessageLog.topics(admin).get(topic))));
            Map<TopicPartition, Long> ends = MessageLog.offsets(admin, partitions, OffsetSpec.latest());
            MessageLog.read(
                    kafka,
                    partitions.stream()
                            .map(partition -> new MessageLog.Stretch(partition, 0, ends.getOrDefault(partition, 0L)))
                            .toList(),
                    messages::add);
        }
        return messages;
    }

    @Test
    void listsEachLetterOnceWithWhatIsKnownOfIt() throws Exception {
        createTopics("listed");
        String value = EVENT.formatted("2026-03-30T11:58:00Z");
        put("listed", 7, value, "ledger-service");
        put("listed", 7, value, "ledger-service");
        put("listed", 7, value, "risk-service");
        put("listed", 8, "not JSON", "ledger-service");

        List<DeadLetter> open = open("listed");

        assertThat(open).hasSize(3);
        assertThat(open).extracting(DeadLetter::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{12}"));
        DeadLetter first = open.getFirst();
        assertThat(first.partition()).isEqualTo(2);
        assertThat(first.offset()).isEqualTo(7);
        assertThat(first.type()).isEqualTo("order.filled");
        assertThat(first.at()).isEqualTo(Instant.parse("2026-03-30T11:58:00Z"));
        assertThat(first.reason()).isEqualTo("no such account");
        assertThat(first.failure()).isEqualTo("java.lang.IllegalStateException");
        assertThat(open.getLast().type()).isEqualTo("-");
        assertThat(open.getLast().text()).isEqualTo("not JSON");
    }

    @Test
    void sendsALetterAgainAsItWasAndListsItNoMore() throws Exception {
        createTopics("replayed");
        String value = EVENT.formatted("2026-03-30T11:58:00Z");
        put("replayed", 7, value, "ledger-service");
        put("replayed", 9, value, "ledger-service");

        box.replay(List.of(open("replayed").getFirst()));

        assertThat(open("replayed")).extracting(DeadLetter::offset).containsExactly(9L);
        List<ConsumerRecord<byte[], byte[]>> sent = sentAgain("replayed");
        assertThat(sent).hasSize(1);
        ConsumerRecord<byte[], byte[]> message = sent.getFirst();
        assertThat(message.partition()).isEqualTo(2);
        assertThat(new String(message.key(), StandardCharsets.UTF_8)).isEqualTo("main");
        assertThat(new String(message.value(), StandardCharsets.UTF_8)).isEqualTo(value);
        assertThat(StreamSupport.stream(message.headers().spliterator(), false).map(Header::key))
                .containsExactly("traceparent");

        // A consumer that was killed in between puts it there a second time.
        put("replayed", 7, value, "ledger-service");
        assertThat(open("replayed")).extracting(DeadLetter::offset).containsExactly(9L);
    }

    @Test
    void dropsALetterWithoutSendingIt() throws Exception {
        createTopics("dropped");
        put("dropped", 7, null, "ledger-service");

        box.drop(open("dropped"));

        assertThat(open("dropped")).isEmpty();
        assertThat(sentAgain("dropped")).isEmpty();
    }

    @Test
    void sendsNothingThatConsumersMayNotRememberAnyMore() throws Exception {
        createTopics("old");
        put("old", 7, EVENT.formatted("2026-03-30T11:58:00Z"), "ledger-service");
        put("old", 8, EVENT.formatted("2026-02-20T11:58:00Z"), "ledger-service");

        assertThatThrownBy(() -> box.replay(open("old")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("longer ago than its consumers remember");

        assertThat(sentAgain("old")).isEmpty();
        assertThat(open("old")).hasSize(2);
    }
}
