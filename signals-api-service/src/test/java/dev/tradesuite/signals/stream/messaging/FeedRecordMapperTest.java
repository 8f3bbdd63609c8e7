package dev.tradesuite.signals.stream.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.signals.stream.LastCloses;
import dev.tradesuite.support.event.EventSignatures;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FeedRecordMapperTest {

    private static final String TOPIC = "signals.feed";
    private static final EventSignatures OURS = EventSignatures.of("0123456789abcdef", "");

    private final JsonMapper json = JsonMapper.builder().build();
    private final FeedRecordMapper mapper =
            new FeedRecordMapper(json, OURS, new FeedTextMapper(json), new LastCloses());

    @Test
    void messageCarriesItsPlaceAndTheChangeSinceThePriceBefore() {
        mapper.message(sent(OURS, 7, price("a", "1.25")));

        String expected =
                """
                {"type": "price_update", "timestamp": "2026-06-01T08:00:00Z", "seq": 8, "symbol": "EURUSD.SIM",
                 "timeframe": "M5", "label": "SIMULATED", "price": 1.5, "change": 0.25, "change_percent": 20.0}""";
        assertThat(mapper.message(sent(OURS, 8, price("b", "1.5"))))
                .hasValueSatisfying(
                        message -> assertThat(json.readTree(message.text())).isEqualTo(json.readTree(expected)));
    }

    @Test
    void eventThatComesAgainIsPassedOver() {
        assertThat(mapper.message(sent(OURS, 7, price("a", "1.25")))).isPresent();
        assertThat(mapper.message(sent(OURS, 8, price("a", "1.25")))).isEmpty();
    }

    @Test
    void whatHasNotTheSignatureOfThisInstallationIsPassedOverAndForgotten() {
        EventSignatures foreign = EventSignatures.of("fedcba9876543210", "");

        assertThat(mapper.message(new ConsumerRecord<>(TOPIC, 0, 7, "", price("a", "1.25"))))
                .isEmpty();
        assertThat(mapper.message(sent(foreign, 8, price("a", "1.25")))).isEmpty();
        assertThat(mapper.message(sent(OURS, 9, price("a", "1.25")))).isPresent();
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        assertThat(mapper.message(sent(OURS, 7, "{"))).isEmpty();
        assertThat(mapper.message(sent(OURS, 8, "{}"))).isEmpty();
        assertThat(mapper.message(sent(OURS, 9, price("a", "1.25").replace("price_update", "rumour"))))
                .isEmpty();
    }

    private static String price(String id, String price) {
        return """
                {"event_id": "%s", "type": "feed.message", "data": {"type": "price_update",
                 "timestamp": "2026-06-01T08:00:00Z", "symbol": "EURUSD.SIM", "timeframe": "M5", "label": "SIMULATED",
                 "price": %s}}"""
                .formatted(id, price);
    }

    private static ConsumerRecord<String, String> sent(EventSignatures signatures, long offset, String value) {
        ProducerRecord<String, String> event = new ProducerRecord<>(TOPIC, "", value);
        signatures.sign(event);
        ConsumerRecord<String, String> received = new ConsumerRecord<>(TOPIC, 0, offset, "", value);
        event.headers().forEach(received.headers()::add);
        return received;
    }
}
