package dev.tradesuite.support.event;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends by the producer of the service. */
final class KafkaOutboxProducer implements OutboxProducer {

    private final KafkaTemplate<Object, Object> kafka;

    KafkaOutboxProducer(KafkaTemplate<Object, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
    public CompletableFuture<?> send(OutboxMessage message) {
        ProducerRecord<Object, Object> kafkaRecord =
                new ProducerRecord<>(message.topic(), message.key(), message.value());
        if (message.traceparent() != null) {
            kafkaRecord.headers().add(Traces.TRACEPARENT, message.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return kafka.send(kafkaRecord);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void flush() {
        kafka.flush();
    }
}
