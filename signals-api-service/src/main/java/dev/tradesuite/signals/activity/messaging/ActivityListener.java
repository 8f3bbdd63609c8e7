package dev.tradesuite.signals.activity.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.signals.ActivityMessage;
import dev.tradesuite.signals.activity.ActivityService;
import dev.tradesuite.signals.activity.Happening;
import dev.tradesuite.signals.activity.WatchService;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.signals.stream.messaging.FeedNoticeMapper;
import dev.tradesuite.support.event.Events;
import dev.tradesuite.support.event.Inbox;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what the events of other services tell, each event once, and puts it on the feed. */
@Component
class ActivityListener {

    static final String ACCOUNT_UPDATED = "account.updated";

    private static final String CONSUMER = "activity";
    private static final String KEY = "feed";

    private final Inbox inbox;
    private final Events events;
    private final ActivityMapper mapper;
    private final ActivityService activities;
    private final WatchService watch;

    ActivityListener(
            Inbox inbox, Events events, ActivityMapper mapper, ActivityService activities, WatchService watch) {
        this.inbox = inbox;
        this.events = events;
        this.mapper = mapper;
        this.activities = activities;
        this.watch = watch;
    }

    // The topics may be younger than this service: they are looked for again soon.
    @KafkaListener(
            topics = {
                Topics.ORDERS_EVENTS,
                Topics.APPROVALS_EVENTS,
                Topics.LEDGER_EVENTS,
                Topics.RISK_EVENTS,
                Topics.CYCLES_RESULTS,
                Topics.PORTFOLIO_EVENTS
            },
            groupId = "signals-api-service-activity",
            properties = "metadata.max.age.ms=5000")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(ACCOUNT_UPDATED)) {
            watch.accountChanged(
                    inbox.read(event, AccountUpdated.class).account().id());
            return;
        }
        mapper.happening(event).ifPresent(what -> {
            // Other services are asked before the transaction begins.
            StreamAudience audience = activities.audience(what);
            inbox.once(CONSUMER, event, () -> {
                message(event.type()).ifPresent(type -> publish(type, event, what, audience));
                activities.add(what, audience);
            });
        });
    }

    private void publish(ActivityMessage type, EventEnvelope<JsonNode> event, Happening what, StreamAudience audience) {
        ObjectNode notice = FeedNoticeMapper.notice(
                type.wireName(), event, Optional.ofNullable(what.about().account()), audience);
        events.publish(Topics.SIGNALS_FEED, KEY, FeedNoticeMapper.FEED_NOTICE, notice);
    }

    /** The message of the feed that has an event as it is; empty when only the activity tells of it. */
    private static Optional<ActivityMessage> message(String event) {
        return switch (event) {
            case "order.filled", "order.closed", "order.protection", "portfolio.traded" ->
                Optional.of(ActivityMessage.ORDER);
            case "trading_state.changed", "limit.breached", "high_water_mark.changed" ->
                Optional.of(ActivityMessage.RISK_STATE);
            case "cycle.ended" -> Optional.of(ActivityMessage.CYCLE);
            default -> Optional.empty();
        };
    }
}
