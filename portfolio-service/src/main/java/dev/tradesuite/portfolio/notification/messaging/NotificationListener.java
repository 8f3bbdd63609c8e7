package dev.tradesuite.portfolio.notification.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.PortfolioMessage;
import dev.tradesuite.portfolio.notification.Notification;
import dev.tradesuite.portfolio.notification.NotificationSettings;
import dev.tradesuite.portfolio.notification.NotificationStore;
import dev.tradesuite.support.event.Inbox;
import java.time.Clock;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes messages of the outgoing webhook from events, each once; from the first time it is switched on. */
@Component
class NotificationListener {

    private static final String CONSUMER = "notifications";

    private final Inbox inbox;
    private final NotificationStore store;
    private final NotificationSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    NotificationListener(
            Inbox inbox, NotificationStore store, NotificationSettings settings, JsonMapper json, Clock clock) {
        this.inbox = inbox;
        this.store = store;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @KafkaListener(
            topics = {Topics.PORTFOLIO_EVENTS, Topics.APPROVALS_EVENTS, Topics.ORDERS_EVENTS},
            groupId = "portfolio-service-notifications",
            autoStartup = "#{@notificationsEnabled}",
            properties = {"auto.offset.reset=latest", "metadata.max.age.ms=5000"})
    void on(EventEnvelope<JsonNode> event) {
        PortfolioMessage.ofEvent(event.type())
                .map(PortfolioMessage::wireName)
                .filter(settings.types()::contains)
                .ifPresent(type -> inbox.once(
                        CONSUMER,
                        event,
                        () -> store.add(
                                new Notification(event.eventId(), type, body(event, type), 0), clock.instant())));
    }

    private String body(EventEnvelope<JsonNode> event, String type) {
        ObjectNode body = json.createObjectNode()
                .put("id", event.eventId().toString())
                .put("type", type)
                .put("event", event.type())
                .put("occurred_at", event.occurredAt().toString());
        body.set("data", event.data());
        return json.writeValueAsString(body);
    }
}
