package dev.tradesuite.brain.feed.messaging;

import dev.tradesuite.brain.feed.FeedPrices;
import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.support.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes {@code market.price} on {@code market.prices}, keyed by symbol, straight to Kafka: the next price replaces
 * one that is lost, so no outbox is paid for.
 */
@Component
final class PriceTickPublisher implements FeedPrices {

    private static final String MARKET_PRICE = "market.price";

    private final KafkaTemplate<Object, Object> kafka;
    private final JsonMapper json;
    private final String service;

    PriceTickPublisher(
            KafkaTemplate<Object, Object> kafka, JsonMapper json, @Value("${spring.application.name}") String service) {
        this.kafka = kafka;
        this.json = json;
        this.service = service;
    }

    @Override
    public void tell(String symbol, BigDecimal price, Instant at, String source, RunLabel label) {
        PriceTick tick = new PriceTick(symbol, price, at, source, label);
        EventEnvelope<PriceTick> event = new EventEnvelope<>(Ids.next(), MARKET_PRICE, at, service, null, tick);
        try {
            var _ = kafka.send(Topics.MARKET_PRICES, symbol, json.writeValueAsString(event));
        } catch (KafkaException _) {
            // Kafka is away; the next price will do.
        }
    }
}
