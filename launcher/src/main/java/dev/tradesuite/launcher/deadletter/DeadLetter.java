package dev.tradesuite.launcher.deadletter;

import dev.tradesuite.support.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that a consumer could not handle.
 *
 * @param id made from where the event first lay and who failed on it; the same after a restore
 * @param topic topic it came from
 * @param partition partition of that topic
 * @param offset place in it
 * @param consumer group that could not handle it
 * @param reason why not
 * @param failure class of the failure
 * @param at when the event happened, or was sent if it does not say
 * @param key key of the message
 * @param value the message
 * @param headers headers the message had at first
 */
public record DeadLetter(
        String id,
        String topic,
        int partition,
        long offset,
        String consumer,
        String reason,
        String failure,
        Instant at,
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<Header> headers) {

    /** Header the services put the message of the root cause in. */
    private static final String REASON = "dlt-reason";

    private static final String ADDED = "kafka_dlt-";
    private static final JsonMapper JSON = JsonMapper.shared();

    public DeadLetter {
        headers = List.copyOf(headers);
    }

    /** Reads a message of a dead letter topic; nothing when it does not say where it came from. */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> message) {
        Headers headers = message.headers();
        Header topic = headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_TOPIC);
        if (topic == null) {
            return Optional.empty();
        }
        String from = text(topic);
        int partition = (int) number(headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION));
        long offset = number(headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET));
        long time = number(headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP));
        String consumer = text(headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP));
        return Optional.of(new DeadLetter(
                id(from, partition, offset, time, consumer),
                from,
                partition,
                offset,
                consumer,
                text(headers.lastHeader(REASON)),
                failure(headers),
                happened(message.value()).orElse(Instant.ofEpochMilli(time)),
                Bytes.wrap(message.key()),
                Bytes.wrap(message.value()),
                StreamSupport.stream(headers.spliterator(), false)
                        .filter(header -> !isAdded(header.key()))
                        .toList()));
    }

    private static boolean isAdded(String header) {
        return header.startsWith(ADDED) || header.equals(REASON);
    }

    private static String id(String topic, int partition, long offset, long time, String consumer) {
        return Sha256.hex("%s %d %d %d %s".formatted(topic, partition, offset, time, consumer))
                .substring(0, 12);
    }

    /** The cause says more than the listener's own exception around it. */
    private static String failure(Headers headers) {
        Header cause = headers.lastHeader(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN);
        return text(cause == null ? headers.lastHeader(KafkaHeaders.DLT_EXCEPTION_FQCN) : cause);
    }

    private static Optional<Instant> happened(byte @Nullable [] value) {
        return json(value).map(event -> event.path("occurred_at").asString("")).flatMap(DeadLetter::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The message as text. */
    public String text() {
        return value == null ? "" : new String(value.get(), StandardCharsets.UTF_8);
    }

    /** What happened, such as {@code order.filled}; a dash for what is no event. */
    public String type() {
        return json().map(event -> event.path("type").asString(""))
                .filter(type -> !type.isEmpty())
                .orElse("-");
    }

    /** The message as JSON, if it is some. */
    public Optional<JsonNode> json() {
        return json(value == null ? null : value.get());
    }

    private static Optional<JsonNode> json(byte @Nullable [] value) {
        try {
            return value == null
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(value)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long number(@Nullable Header header) {
        byte[] bytes = header == null ? null : header.value();
        if (bytes == null) {
            return 0;
        }
        return switch (bytes.length) {
            case Integer.BYTES -> ByteBuffer.wrap(bytes).getInt();
            case Long.BYTES -> ByteBuffer.wrap(bytes).getLong();
            default -> 0;
        };
    }
}
