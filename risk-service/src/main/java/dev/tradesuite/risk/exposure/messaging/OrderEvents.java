package dev.tradesuite.risk.exposure.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
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

    OrderEvents(Inbox inbox, Reservations reservations) {
        this.inbox = inbox;
        this.reservations = reservations;
    }

    @KafkaListener(topics = Topics.ORDERS_EVENTS, groupId = "risk-service")
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "order.filled" -> {
                OrderFilled fill = inbox.read(event, OrderFilled.class);
                require(fill.orderId() != null && fill.cumulativeLots() != null, event);
                inbox.once(
                        CONSUMER,
                        event,
                        () -> reservations.filled(fill.orderId(), fill.cumulativeLots(), fill.orderComplete()));
            }
            case "order.closed" -> {
                OrderClosed closed = inbox.read(event, OrderClosed.class);
                require(
                        closed.orderId() != null
                                && closed.accountId() != null
                                && closed.filledLots() != null
                                && closed.reason() != null,
                        event);
                inbox.once(
                        CONSUMER,
                        event,
                        () -> reservations.ended(
                                closed.accountId(),
                                closed.orderId(),
                                closed.filledLots(),
                                closed.reason().message()));
            }
            default -> {
                // Others of the topic are for others.
            }
        }
    }

    /** A record with a hole in it will not be better the next time: it goes to the dead letters at once. */
    private static void require(boolean complete, EventEnvelope<JsonNode> event) {
        if (!complete) {
            throw new IllegalArgumentException(event.type() + " " + event.eventId() + " lacks a required field");
        }
    }
}
