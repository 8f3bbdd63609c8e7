package dev.tradesuite.signals.activity.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.signals.FeedNews;
import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.signals.stream.StreamHub;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.messaging.FeedTextMapper;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the owners of accounts how these stand, from now on: each instance tells its own clients, so each has a group
 * of its own. The next message replaces one that nobody could be asked about.
 */
@Component
class AccountMomentListener {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMomentListener.class);
    private static final Duration OWNER_KNOWN_FOR = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final StreamHub hub;
    private final AudienceService audiences;
    private final FeedTextMapper texts;
    private final JsonMapper json;
    private final Cache<String, StreamAudience> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(OWNER_KNOWN_FOR)
            .build();

    AccountMomentListener(StreamHub hub, AudienceService audiences, FeedTextMapper texts, JsonMapper json) {
        this.hub = hub;
        this.audiences = audiences;
        this.texts = texts;
        this.json = json;
    }

    // The topic may be younger than this service: it is looked for again soon.
    @KafkaListener(
            topics = Topics.LEDGER_EVENTS,
            groupId = "signals-api-service-accounts-#{T(java.util.UUID).randomUUID()}",
            properties = {"auto.offset.reset=latest", "metadata.max.age.ms=5000"})
    void on(EventEnvelope<JsonNode> event) {
        String account = event.data().at("/account/id").asString("");
        if (!event.type().equals(ActivityListener.ACCOUNT_UPDATED) || account.isEmpty() || hub.clients() == 0) {
            return;
        }
        try {
            StreamAudience audience = known.get(account, audiences::ofAccount);
            FeedNews news = new FeedNews(
                    StreamKind.ACCOUNT.wireName(),
                    event.occurredAt(),
                    event.type(),
                    account,
                    json.convertValue(event.data(), DATA));
            hub.heardMoment(seq -> texts.moment(seq, StreamKind.ACCOUNT, account, audience, news));
        } catch (ServiceUnavailableException e) {
            LOG.debug("Whose account {} is cannot be asked; nobody is told how it stands", account, e);
        }
    }
}
