package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.EventEnvelope;
import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads the envelope of a message; what is not an envelope is refused at once and not retried. */
final class EnvelopeConverter extends StringJacksonJsonMessageConverter {

    EnvelopeConverter(JsonMapper json) {
        super(json);
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> message, @Nullable Type type) {
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
