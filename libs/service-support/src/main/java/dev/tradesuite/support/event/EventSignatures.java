package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.EventRefusal;
import dev.tradesuite.support.boot.ConfigMistake;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Signs events with a secret of the installation, and tells those that are not signed with it: the password of Kafka
 * alone makes nobody believed.
 *
 * <p>The header {@value #HEADER} has the HMAC-SHA256 of topic, key and value in Base64, each of the three after its
 * length in four bytes, -1 for none (RFC 2104). An event that was read on one topic is worth nothing on another, or
 * under another key. One that is sent again as it was verifies again; consumers know it by its id. Safe for many
 * threads.
 */
public final class EventSignatures {

    /** Header of the signature. */
    public static final String HEADER = "event-signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    /** The first one signs; all of them verify. */
    private final List<Key> keys;

    private EventSignatures(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Signs and verifies with a secret.
     *
     * @param secret empty: nothing is signed, and everything verifies
     * @param previous verifies too; empty for none
     */
    public static EventSignatures of(String secret, String previous) {
        List<Key> keys = new ArrayList<>();
        if (!secret.isEmpty()) {
            keys.add(key("suite.events.signing-secret", secret));
        }
        if (!previous.isEmpty()) {
            if (secret.isEmpty()) {
                throw new ConfigMistake(
                        "suite.events.previous-signing-secret is set, and suite.events.signing-secret is not",
                        "Set the secret that takes its place, or neither of them.");
            }
            keys.add(key("suite.events.previous-signing-secret", previous));
        }
        return new EventSignatures(keys);
    }

    private static Key key(String setting, String secret) {
        if (secret.length() < SHORTEST) {
            throw new ConfigMistake(
                    "%s has %d characters, and %d are the fewest".formatted(setting, secret.length(), SHORTEST),
                    "Make one that nobody guesses, such as 32 letters and digits by chance.");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Puts the signature on an event, in the place of any that is there. */
    public void sign(ProducerRecord<?, ?> event) {
        if (!keys.isEmpty()) {
            byte[] signature = signature(keys.getFirst(), event.topic(), event.key(), event.value());
            event.headers().remove(HEADER).add(HEADER, signature);
        }
    }

    /** Why an event must not be believed; empty when it may. */
    public Optional<EventRefusal> fault(ConsumerRecord<?, ?> event) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Header header = event.headers().lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.of(EventRefusal.EVENT_UNSIGNED);
        }
        byte[] found = header.value();
        boolean known = keys.stream()
                .map(key -> signature(key, event.topic(), event.key(), event.value()))
                .anyMatch(expected -> MessageDigest.isEqual(expected, found));
        return known ? Optional.empty() : Optional.of(EventRefusal.EVENT_SIGNATURE_WRONG);
    }

    private static byte[] signature(Key key, String topic, @Nullable Object eventKey, @Nullable Object value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, topic.getBytes(StandardCharsets.UTF_8));
            update(mac, bytes(eventKey));
            update(mac, bytes(value));
            return Base64.getEncoder().encode(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static void update(Mac mac, byte @Nullable [] part) {
        int length = part == null ? -1 : part.length;
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (part != null) {
            mac.update(part);
        }
    }

    /** As the serializers of the suite write it. */
    private static byte @Nullable [] bytes(@Nullable Object part) {
        return switch (part) {
            case null -> null;
            case byte[] bytes -> bytes;
            case Bytes bytes -> bytes.get();
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default ->
                throw new IllegalArgumentException(
                        "events are text, not " + part.getClass().getName());
        };
    }
}
