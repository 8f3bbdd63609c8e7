package dev.tradesuite.risk.exposure.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.risk.exposure.Reservations;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in what becomes of orders. Orders without a reservation, such as protective stops, concern nobody here. */
@Component
class OrderEvents {

    private static final String CONSUMER = "risk-orders";

    private final Inbox inbox;
    private final Reservations reservations;
    private final OrderEnds ends;

    OrderEvents(Inbox inbox, Reservations reservations, OrderEnds ends) {
        this.inbox = inbox;
        this.reservations = reservations;
        this.ends = ends;
    }

    @KafkaListener(topics = Topics.ORDERS_EVENTS, groupId = "risk-service")
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "order.filled" -> {
                OrderFilled fill = inbox.read(event, OrderFilled.class);
                OrderEnds.require(fill.orderId() != null && fill.cumulativeLots() != null, event);
                inbox.once(
                        CONSUMER,
                        event,
                        () -> reservations.filled(fill.orderId(), fill.cumulativeLots(), fill.orderComplete()));
            }
            case "order.closed" -> ends.take(CONSUMER, event);
            default -> {
                // Others of the topic are for others.
            }
        }
    }
}
