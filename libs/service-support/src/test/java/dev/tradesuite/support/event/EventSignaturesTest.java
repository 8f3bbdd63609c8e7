package dev.tradesuite.support.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.event.EventRefusal;
import dev.tradesuite.support.boot.ConfigMistake;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventSignaturesTest {

    private static final String TOPIC = "orders.events";
    private static final String SECRET = "0123456789abcdef";
    private static final String VALUE = "{\"amount\":1}";

    private final EventSignatures ours = EventSignatures.of(SECRET, "");

    /**
     * Python: {@code part = lambda b: struct.pack('>i', len(b)) + b}, then {@code hmac.new(b'0123456789abcdef',
     * part(b'orders.events') + part(b'main') + part(b'{"amount":1}'), 'sha256')}.
     */
    @Test
    void signatureIsTheHmacOfTopicKeyAndValueEachAfterItsLength() {
        assertThat(signature(signed(ours, TOPIC, "main", VALUE)))
                .isEqualTo("VebQMNwVyGBvgn7MYd12TgX5KY4fpm9Qtqo36kc7NZM=");
    }

    @Test
    void eventOfThisInstallationIsBelievedAsTextAndAsBytes() {
        Headers headers = signed(ours, TOPIC, "main", VALUE);

        assertThat(ours.fault(received(TOPIC, "main", VALUE, headers))).isEmpty();
        assertThat(ours.fault(received(TOPIC, bytes("main"), bytes(VALUE), headers)))
                .isEmpty();
        assertThat(ours.fault(received(TOPIC, null, null, signed(ours, TOPIC, null, null))))
                .isEmpty();
    }

    @Test
    void whatWasSignedForSomethingElseIsNot() {
        Headers headers = signed(ours, TOPIC, "main", VALUE);

        assertThat(ours.fault(received("ledger.events", "main", VALUE, headers)))
                .as("another topic")
                .contains(EventRefusal.EVENT_SIGNATURE_WRONG);
        assertThat(ours.fault(received(TOPIC, "other", VALUE, headers)))
                .as("another key")
                .contains(EventRefusal.EVENT_SIGNATURE_WRONG);
        assertThat(ours.fault(received(TOPIC, null, VALUE, headers)))
                .as("no key")
                .contains(EventRefusal.EVENT_SIGNATURE_WRONG);
        assertThat(ours.fault(received(TOPIC, "main", "{\"amount\":2}", headers)))
                .as("another value")
                .contains(EventRefusal.EVENT_SIGNATURE_WRONG);
        assertThat(ours.fault(received(TOPIC, "mai", "n" + VALUE, headers)))
                .as("the same bytes, cut elsewhere")
                .contains(EventRefusal.EVENT_SIGNATURE_WRONG);
    }

    @Test
    void nothingOfNobodyOrOfStrangersIsBelieved() {
        Headers none = new ProducerRecord<>(TOPIC, VALUE).headers();
        EventSignatures others = EventSignatures.of("fedcba9876543210", "");

        assertThat(ours.fault(received(TOPIC, "main", VALUE, none))).contains(EventRefusal.EVENT_UNSIGNED);
        assertThat(ours.fault(received(TOPIC, "main", VALUE, signed(others, TOPIC, "main", VALUE))))
                .contains(EventRefusal.EVENT_SIGNATURE_WRONG);
        none.add(EventSignatures.HEADER, new byte[0]);
        assertThat(ours.fault(received(TOPIC, "main", VALUE, none))).contains(EventRefusal.EVENT_SIGNATURE_WRONG);
    }

    @Test
    void secretThatWasBeforeVerifiesAndTheNewOneSigns() {
        EventSignatures next = EventSignatures.of("fedcba9876543210", SECRET);

        assertThat(next.fault(received(TOPIC, "main", VALUE, signed(ours, TOPIC, "main", VALUE))))
                .isEmpty();
        Headers headers = signed(next, TOPIC, "main", VALUE);
        assertThat(next.fault(received(TOPIC, "main", VALUE, headers))).isEmpty();
        assertThat(ours.fault(received(TOPIC, "main", VALUE, headers))).contains(EventRefusal.EVENT_SIGNATURE_WRONG);
    }

    @Test
    void withoutASecretNothingIsSignedAndEverythingBelieved() {
        EventSignatures none = EventSignatures.of("", "");

        Headers headers = signed(none, TOPIC, "main", VALUE);

        assertThat(headers.lastHeader(EventSignatures.HEADER)).isNull();
        assertThat(none.fault(received(TOPIC, "main", VALUE, headers))).isEmpty();
    }

    @Test
    void signatureThatIsThereAlreadyIsReplaced() {
        ProducerRecord<String, String> event = new ProducerRecord<>(TOPIC, "main", VALUE);
        event.headers().add(EventSignatures.HEADER, bytes("a lie"));

        ours.sign(event);

        assertThat(event.headers().headers(EventSignatures.HEADER)).hasSize(1);
        assertThat(ours.fault(received(TOPIC, "main", VALUE, event.headers()))).isEmpty();
    }

    @Test
    void secretThatCanBeGuessedOrIsHalfSetKeepsTheServiceFromStarting() {
        assertThatThrownBy(() -> EventSignatures.of("short", ""))
                .isInstanceOf(ConfigMistake.class)
                .hasMessage("suite.events.signing-secret has 5 characters, and 16 are the fewest");
        assertThatThrownBy(() -> EventSignatures.of("", SECRET))
                .isInstanceOf(ConfigMistake.class)
                .hasMessageContaining("suite.events.signing-secret is not");
        assertThat(new EventSettings(SECRET, SECRET)).asString().doesNotContain(SECRET);
    }

    private static Headers signed(
            EventSignatures signatures, String topic, @Nullable String key, @Nullable String value) {
        ProducerRecord<String, String> event = new ProducerRecord<>(topic, key, value);
        signatures.sign(event);
        return event.headers();
    }

    private static ConsumerRecord<Object, Object> received(
            String topic, @Nullable Object key, @Nullable Object value, Headers headers) {
        ConsumerRecord<Object, Object> event = new ConsumerRecord<>(topic, 0, 0, key, value);
        headers.forEach(event.headers()::add);
        return event;
    }

    private static String signature(Headers headers) {
        return new String(headers.lastHeader(EventSignatures.HEADER).value(), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
