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

    /** Risk tells of the account of a portfolio by the number of the portfolio. */
    private static final String PORTFOLIO_ACCOUNT = "portfolio-";

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

    /** That of everything at once is no evidence against a strategy. */
    private void changed(TradingStateInfo state) {
        boolean news =
                switch (state.scope()) {
                    case ACCOUNT, STRATEGY -> learn(state, state.scope(), state.id());
                    case PORTFOLIO -> learn(state, TradingStateScope.ACCOUNT, PORTFOLIO_ACCOUNT + state.id());
                    case SYMBOL, ALL -> false;
                };
        if (news && state.state() == TradingState.HALTED) {
            marks.markAll("HALTED");
        }
    }

    private boolean learn(TradingStateInfo state, TradingStateScope scope, String id) {
        return states.learn(new ToldTradingStates.One(
                scope, id, state.state(), state.cause(), state.changedBy(), state.changedAt()));
    }
}
