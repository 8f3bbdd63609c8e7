package dev.tradesuite.signals.activity.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.signals.ActivityMessage;
import dev.tradesuite.signals.activity.ActivityEvents;
import dev.tradesuite.signals.activity.Happening;
import dev.tradesuite.signals.activity.KeptActivity;
import dev.tradesuite.signals.activity.web.ActivityEntryMapper;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.signals.stream.messaging.FeedNoticeMapper;
import dev.tradesuite.support.event.Events;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Publishes {@code activity} and {@code notification} on {@code signals.feed}. */
@Component
final class ActivityPublisher implements ActivityEvents {

    private static final String KEY = "feed";

    private final Events events;
    private final JsonMapper json;

    ActivityPublisher(Events events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    @Override
    public void added(long id, Happening what, StreamAudience audience) {
        KeptActivity line = new KeptActivity(id, what, Optional.empty());
        publish(ActivityMessage.ACTIVITY, what, audience, ActivityEntryMapper.entry(line));
        if (what.topic().isPresent()) {
            publish(ActivityMessage.NOTIFICATION, what, audience, ActivityEntryMapper.notification(line));
        }
    }

    private void publish(ActivityMessage type, Happening what, StreamAudience audience, Object entry) {
        events.publish(
                Topics.SIGNALS_FEED,
                KEY,
                FeedNoticeMapper.FEED_NOTICE,
                FeedNoticeMapper.notice(
                        audience,
                        FeedNoticeMapper.message(
                                type.wireName(),
                                what.origin().at(),
                                what.origin().event(),
                                Optional.ofNullable(what.about().account()),
                                json.valueToTree(entry))));
    }
}
