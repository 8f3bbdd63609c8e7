package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.PortfolioMessage;
import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.support.event.Events;
import dev.tradesuite.support.event.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what happens to strategies and accounts on the feed, each event once, with whom it may reach. */
@Component
class PortfolioNewsListener {

    private static final String CONSUMER = "feed-news";
    private static final String KEY = "feed";
    private static final List<String> CODES = List.of("code", "strategy", "a", "b");

    private final Inbox inbox;
    private final Events events;
    private final AudienceService audiences;

    PortfolioNewsListener(Inbox inbox, Events events, AudienceService audiences) {
        this.inbox = inbox;
        this.events = events;
        this.audiences = audiences;
    }

    // The topics may be younger than this service: they are looked for again soon.
    @KafkaListener(
            topics = {Topics.PORTFOLIO_EVENTS, Topics.APPROVALS_EVENTS, Topics.ORDERS_EVENTS},
            groupId = "signals-api-service-news",
            properties = {"auto.offset.reset=latest", "metadata.max.age.ms=5000"})
    void on(EventEnvelope<JsonNode> event) {
        PortfolioMessage.ofEvent(event.type()).ifPresent(message -> {
            // Other services are asked before the transaction begins.
            ObjectNode notice = notice(event, message);
            inbox.once(
                    CONSUMER,
                    event,
                    () -> events.publish(Topics.SIGNALS_FEED, KEY, FeedNoticeMapper.FEED_NOTICE, notice));
        });
    }

    private ObjectNode notice(EventEnvelope<JsonNode> event, PortfolioMessage message) {
        Optional<String> account = text(event.data(), "account_id");
        return FeedNoticeMapper.notice(message.wireName(), event, account, audience(event, account));
    }

    private StreamAudience audience(EventEnvelope<JsonNode> event, Optional<String> account) {
        // Of means over all strategies nobody's books can be read off.
        return event.type().equals("correlation.regime")
                ? new StreamAudience.Readers()
                : account.map(audiences::ofAccount)
                        .orElseGet(() -> audiences.ofStrategies(CODES.stream()
                                .flatMap(field -> text(event.data(), field).stream())
                                .toList()));
    }

    private static Optional<String> text(JsonNode data, String field) {
        return Stream.of(data.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }
}
