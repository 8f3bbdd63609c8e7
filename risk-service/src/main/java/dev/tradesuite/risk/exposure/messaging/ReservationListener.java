package dev.tradesuite.risk.exposure.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.risk.account.client.BooksMapper;
import dev.tradesuite.risk.exposure.ReportedFill;
import dev.tradesuite.risk.exposure.Reservations;
import dev.tradesuite.support.event.Plausible;
import java.time.Clock;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what the books report and what becomes of orders. Orders without a reservation, such as protective stops,
 * concern nobody here.
 *
 * <p>No inbox is needed: a report has its sequence, and the numbers of a reservation only grow, so that an event taken
 * in twice, or after a newer one, changes nothing.
 */
@Component
class ReservationListener {

    private final JsonMapper json;
    private final Reservations reservations;
    private final Clock clock;

    ReservationListener(JsonMapper json, Reservations reservations, Clock clock) {
        this.json = json;
        this.reservations = reservations;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.ORDERS_EVENTS, groupId = "risk-service")
    void onOrder(EventEnvelope<JsonNode> event) {
        take(event);
    }

    @KafkaListener(topics = Topics.LEDGER_EVENTS, groupId = "risk-service")
    void onBooks(EventEnvelope<JsonNode> event) {
        take(event);
    }

    private void take(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "account.updated" -> take(read(event, AccountUpdated.class));
            case "order.filled" -> take(event, read(event, OrderFilled.class));
            case "order.closed" -> take(event, read(event, OrderClosed.class));
            default -> {
                // Others of the topics are for others.
            }
        }
    }

    private void take(AccountUpdated updated) {
        PlausibleAccount.check(updated, clock.instant());
        reservations.reported(
                BooksMapper.report(updated.account()),
                Optional.ofNullable(updated.fill())
                        .map(fill -> new ReportedFill(fill.orderId(), fill.bookedLots(), fill.orderComplete())));
    }

    private void take(EventEnvelope<JsonNode> event, OrderFilled fill) {
        require(fill.orderId() != null && fill.accountId() != null, event);
        Plausible.positive(fill.cumulativeLots(), "cumulative_lots");
        reservations.filled(fill.accountId(), fill.orderId(), fill.cumulativeLots(), fill.orderComplete());
    }

    private void take(EventEnvelope<JsonNode> event, OrderClosed closed) {
        require(closed.orderId() != null && closed.accountId() != null && closed.reason() != null, event);
        Plausible.amount(closed.filledLots(), "filled_lots");
        require(closed.filledLots().signum() >= 0, event);
        reservations.ended(
                closed.accountId(),
                closed.orderId(),
                closed.filledLots(),
                closed.reason().message());
    }

    private <T> T read(EventEnvelope<JsonNode> event, Class<T> type) {
        return json.treeToValue(event.data(), type);
    }

    /** A record with a hole in it will not be better the next time: it goes to the dead letters at once. */
    private static void require(boolean complete, EventEnvelope<JsonNode> event) {
        if (!complete) {
            throw new IllegalArgumentException(
                    event.type() + " " + event.eventId() + " lacks a field, or has one that cannot be");
        }
    }
}
