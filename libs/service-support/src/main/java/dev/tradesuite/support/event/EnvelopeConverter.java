package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.EventEnvelope;
import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the envelope of a message. What has not the signature of this installation is not read, and what is not an
 * envelope is refused, both at once and without another try.
 */
final class EnvelopeConverter extends StringJacksonJsonMessageConverter {

    private final EventSignatures signatures;

    EnvelopeConverter(JsonMapper json, EventSignatures signatures) {
        super(json);
        this.signatures = signatures;
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> message, @Nullable Type type) {
        signatures.fault(message).ifPresent(why -> {
            throw new ConversionException(
                    "not an event of this installation",
                    message,
                    new IllegalArgumentException("%s: %s".formatted(why.name(), why.sentence())));
        });
        Object value = super.extractAndConvertValue(message, type);
        if (value instanceof EventEnvelope<?> envelope && !complete(envelope)) {
            throw new ConversionException(
                    "not an event", message, new IllegalArgumentException("event_id, type and data are needed"));
        }
        return value;
    }

    @SuppressWarnings("ConstantValue")
    private static boolean complete(EventEnvelope<?> envelope) {
        // Read from outside: what the record promises does not hold yet.
        return envelope.eventId() != null && envelope.type() != null && envelope.data() != null;
    }
}
