package dev.tradesuite.portfolio.following.messaging;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.following.FollowingService;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lets accounts follow the models. The instances of this service share the symbols, so the bars of one symbol are taken
 * in one after the other.
 *
 * <p>Needs no inbox: a bar at or before the newest one heard changes nothing. Bars that were asked for later are not
 * followed.
 */
@Component
class FollowedBarListener {

    private static final String BAR_SIGNALS = "bar.signals";

    private final Inbox inbox;
    private final FollowingService following;

    FollowedBarListener(Inbox inbox, FollowingService following) {
        this.inbox = inbox;
        this.following = following;
    }

    @KafkaListener(topics = Topics.BRAIN_SIGNALS, groupId = "portfolio-service-following")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(BAR_SIGNALS)) {
            BarSignals signals = inbox.read(event, BarSignals.class);
            if (signals.label() == RunLabel.PAPER || signals.label() == RunLabel.SIMULATED) {
                following.take(ModelBarMapper.bar(signals));
            }
        }
    }
}
