package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.contracts.event.EventRefusal;
import dev.tradesuite.signals.stream.LastCloses;
import dev.tradesuite.signals.stream.StreamMessage;
import dev.tradesuite.support.event.EventSignatures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records of the topic as messages, for one who reads them in their order.
 *
 * <p>An event that comes again, because it was sent again after a crash, is passed over. A price gets its change since
 * the price before it.
 */
final class FeedRecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRecordMapper.class);
    private static final String FEED_MESSAGE = "feed.message";
    private static final int REMEMBERED = 10_000;

    private final JsonMapper json;
    private final EventSignatures signatures;
    private final FeedTextMapper texts;
    private final LastCloses closes;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    FeedRecordMapper(JsonMapper json, EventSignatures signatures, FeedTextMapper texts, LastCloses closes) {
        this.json = json;
        this.signatures = signatures;
        this.texts = texts;
        this.closes = closes;
    }

    /** The message in a record; empty when it has none for clients. */
    Optional<StreamMessage> message(ConsumerRecord<String, String> sent) {
        Optional<EventRefusal> fault = signatures.fault(sent);
        if (fault.isPresent()) {
            LOG.warn("Message {} of {} is not believed: {}", sent.offset(), sent.topic(), fault.get());
            return Optional.empty();
        }
        try {
            JsonNode event = json.readTree(sent.value());
            String id = event.path("event_id").asString("");
            String type = event.path("type").asString("");
            boolean isNotice = type.equals(FeedNoticeMapper.FEED_NOTICE);
            if (!(isNotice || type.equals(FEED_MESSAGE))
                    || !(event.path("data") instanceof ObjectNode data)
                    || seen.putIfAbsent(id, true) != null) {
                return Optional.empty();
            }
            return Optional.of(
                    isNotice ? texts.notice(sent.offset(), data) : texts.message(sent.offset(), withChange(data)));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn(
                    "Message {} of {} cannot be read and is passed over: {}",
                    sent.offset(),
                    sent.topic(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private ObjectNode withChange(ObjectNode data) {
        if (data.path("type").asString("").equals("price_update")
                && data.path("price").isNumber()) {
            closes.closed(
                            data.path("symbol").asString(""),
                            data.path("timeframe").asString(""),
                            data.path("price").decimalValue())
                    .filter(_ -> !data.hasNonNull("change"))
                    .ifPresent(change -> {
                        data.put("change", change.amount());
                        data.put("change_percent", change.percent());
                    });
        }
        return data;
    }
}
