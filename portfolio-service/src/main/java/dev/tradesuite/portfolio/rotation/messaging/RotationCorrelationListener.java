package dev.tradesuite.portfolio.rotation.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.PairCorrelationChanged;
import dev.tradesuite.portfolio.rotation.RotationMarks;
import dev.tradesuite.support.event.Inbox;
import java.util.Set;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what is told of correlations: a pair that has become too much alike, and a regime that has changed, are
 * reasons to look. By event, as the refresh that tells of them holds locks that marks would wait for.
 */
@Component
class RotationCorrelationListener {

    private static final String CONSUMER = "rotation-correlation";

    private final Inbox inbox;
    private final RotationMarks marks;

    RotationCorrelationListener(Inbox inbox, RotationMarks marks) {
        this.inbox = inbox;
        this.marks = marks;
    }

    @KafkaListener(topics = Topics.PORTFOLIO_EVENTS, groupId = "portfolio-service-correlation")
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "correlation.pair" -> {
                PairCorrelationChanged pair = inbox.read(event, PairCorrelationChanged.class);
                if (pair.above()) {
                    inbox.once(CONSUMER, event, () -> marks.mark(Set.of(pair.a(), pair.b()), "CORRELATION"));
                }
            }
            case "correlation.regime" -> inbox.once(CONSUMER, event, () -> marks.markAll("CORRELATION"));
            default -> {
                // Others of the topic are for others.
            }
        }
    }
}
