package dev.tradesuite.risk.exposure.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.risk.exposure.Reservations;
import dev.tradesuite.support.event.Inbox;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in that an order came to nothing, or to no more than what was filled, whoever tells of it. */
@Component
class OrderEnds {

    private final Inbox inbox;
    private final Reservations reservations;

    OrderEnds(Inbox inbox, Reservations reservations) {
        this.inbox = inbox;
        this.reservations = reservations;
    }

    void take(String consumer, EventEnvelope<JsonNode> event) {
        OrderClosed closed = inbox.read(event, OrderClosed.class);
        require(
                closed.orderId() != null
                        && closed.accountId() != null
                        && closed.filledLots() != null
                        && closed.reason() != null,
                event);
        inbox.once(
                consumer,
                event,
                () -> reservations.ended(
                        closed.accountId(),
                        closed.orderId(),
                        closed.filledLots(),
                        closed.reason().message()));
    }

    /** A record with a hole in it will not be better the next time: it goes to the dead letters at once. */
    static void require(boolean complete, EventEnvelope<JsonNode> event) {
        if (!complete) {
            throw new IllegalArgumentException(event.type() + " " + event.eventId() + " lacks a required field");
        }
    }
}
