package dev.tradesuite.portfolio.rotation.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.ApprovalChanged;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.portfolio.rotation.ProposalService;
import dev.tradesuite.support.event.Inbox;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in what persons decide about proposals. What was approved is carried out soon after, by one instance. */
@Component
class RotationApprovalListener {

    private static final String CONSUMER = "rotation-approval";

    private final Inbox inbox;
    private final ProposalService proposals;

    RotationApprovalListener(Inbox inbox, ProposalService proposals) {
        this.inbox = inbox;
        this.proposals = proposals;
    }

    @KafkaListener(topics = Topics.APPROVALS_EVENTS, groupId = "portfolio-service-approval")
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "approval.approved", "approval.rejected", "approval.expired" -> {
                ApprovalChanged changed = inbox.read(event, ApprovalChanged.class);
                if (changed.kind() == ApprovalKind.ROTATION) {
                    inbox.once(CONSUMER, event, () -> proposals.decided(ruling(changed)));
                }
            }
            default -> {
                // Others of the topic are for others.
            }
        }
    }

    private static ProposalService.Ruling ruling(ApprovalChanged changed) {
        return new ProposalService.Ruling(
                changed.id(),
                changed.state(),
                changed.payloadHash(),
                Optional.ofNullable(changed.decidedBy()),
                Optional.ofNullable(changed.reason()));
    }
}
