package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.signals.FeedReach;
import dev.tradesuite.signals.stream.StreamAudience;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** News as they travel on {@code signals.feed}, with whom they may reach. */
public final class FeedNoticeMapper {

    /** Type of the event. */
    public static final String FEED_NOTICE = "feed.notice";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FeedNoticeMapper() {}

    /** News that carry what an event has told. */
    public static ObjectNode notice(
            String type, EventEnvelope<JsonNode> event, Optional<String> account, StreamAudience audience) {
        return notice(audience, message(type, event.occurredAt(), event.type(), account, event.data()));
    }

    /** News that carry something else. */
    public static ObjectNode message(String type, Instant at, String event, Optional<String> account, JsonNode data) {
        ObjectNode news = JSON.objectNode()
                .put("type", type)
                .put("timestamp", at.toString())
                .put("event", event);
        account.ifPresent(id -> news.put("account_id", id));
        news.set("data", data);
        return news;
    }

    /** A message with whom it may reach. */
    public static ObjectNode notice(StreamAudience audience, ObjectNode message) {
        ObjectNode notice = JSON.objectNode();
        switch (audience) {
            case StreamAudience.Everybody _, StreamAudience.Readers _ -> notice.put("reach", FeedReach.READERS.name());
            case StreamAudience.Owners(Set<String> names) -> {
                notice.put("reach", FeedReach.OWNER.name());
                if (names.size() == 1) {
                    notice.put("owner", names.iterator().next());
                } else if (!names.isEmpty()) {
                    ArrayNode owners = notice.putArray("owners");
                    names.stream().sorted().forEach(owners::add);
                }
            }
        }
        notice.set("message", message);
        return notice;
    }
}
