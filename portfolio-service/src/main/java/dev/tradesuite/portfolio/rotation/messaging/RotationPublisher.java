package dev.tradesuite.portfolio.rotation.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.rotation.RotationEvents;
import dev.tradesuite.portfolio.rotation.StrategyProposal;
import dev.tradesuite.portfolio.rotation.web.RotationMapper;
import dev.tradesuite.support.event.Events;
import org.springframework.stereotype.Component;

/** Proposals as {@code rotation.proposed} and {@code rotation.decided} on {@code portfolio.events}, by strategy. */
@Component
final class RotationPublisher implements RotationEvents {

    private final Events events;

    RotationPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void proposed(StrategyProposal proposal) {
        publish("rotation.proposed", proposal);
    }

    @Override
    public void decided(StrategyProposal proposal) {
        publish("rotation.decided", proposal);
    }

    private void publish(String type, StrategyProposal proposal) {
        events.publish(Topics.PORTFOLIO_EVENTS, proposal.strategy(), type, RotationMapper.proposal(proposal));
    }
}
