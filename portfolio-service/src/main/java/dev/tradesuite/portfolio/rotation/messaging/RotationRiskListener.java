package dev.tradesuite.portfolio.rotation.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.portfolio.lifecycle.ToldTradingStates;
import dev.tradesuite.portfolio.rotation.RotationMarks;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in what risk-service tells of accounts and strategies; a limit that is crossed is a reason to look at them. */
@Component
class RotationRiskListener {

    private static final String CONSUMER = "rotation-risk";

    private final Inbox inbox;
    private final ToldTradingStates states;
    private final RotationMarks marks;

    RotationRiskListener(Inbox inbox, ToldTradingStates states, RotationMarks marks) {
        this.inbox = inbox;
        this.states = states;
        this.marks = marks;
    }

    @KafkaListener(topics = Topics.RISK_EVENTS, groupId = "portfolio-service-risk")
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "trading_state.changed" -> {
                TradingStateInfo state = inbox.read(event, TradingStateInfo.class);
                inbox.once(CONSUMER, event, () -> changed(state));
            }
            case "limit.breached" -> inbox.once(CONSUMER, event, () -> marks.markAll("LIMIT"));
            default -> {
                // Others of the topic are for others.
            }
        }
    }

    private void changed(TradingStateInfo state) {
        boolean known = state.scope() == TradingStateScope.ACCOUNT || state.scope() == TradingStateScope.STRATEGY;
        if (known
                && states.learn(new ToldTradingStates.One(
                        state.scope(), state.id(), state.state(), state.cause(), state.changedBy(), state.changedAt()))
                && state.state() == TradingState.HALTED) {
            marks.markAll("HALTED");
        }
    }
}
