package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/**
 * Signs whatever a service sends, by the outbox or straight to Kafka.
 *
 * <p>A dead letter keeps the signature it came with, or none: sent again to its topic it is as true as it was.
 */
final class SigningInterceptor implements ProducerInterceptor<Object, Object> {

    private final EventSignatures signatures;

    private SigningInterceptor(EventSignatures signatures) {
        this.signatures = signatures;
    }

    /**
     * Puts one before every template there is, so that nobody can forget to sign. What Spring would log of each event
     * that cannot be sent, with a part of it, the outbox says once.
     */
    static BeanPostProcessor onEveryTemplate(ObjectProvider<EventSignatures> signatures) {
        return new BeanPostProcessor() {
            @Override
            @SuppressWarnings("unchecked")
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof KafkaTemplate<?, ?> template) {
                    KafkaTemplate<Object, Object> every = (KafkaTemplate<Object, Object>) template;
                    every.setProducerInterceptor(new SigningInterceptor(signatures.getObject()));
                    every.setProducerListener(new ProducerListener<>() {});
                }
                return bean;
            }
        };
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> event) {
        if (!event.topic().endsWith(Topics.DEAD_LETTER_SUFFIX)) {
            signatures.sign(event);
        }
        return event;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        // Signed or not, the outbox hears of it.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // It was made with its settings.
    }
}
