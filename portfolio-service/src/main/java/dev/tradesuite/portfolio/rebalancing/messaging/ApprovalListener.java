package dev.tradesuite.portfolio.rebalancing.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.ApprovalChanged;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.portfolio.rebalancing.ApprovalDesk.Standing;
import dev.tradesuite.portfolio.rebalancing.ApprovalFollower;
import dev.tradesuite.support.event.Inbox;
import java.util.Objects;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Hears what became of approvals, sooner than by asking.
 *
 * <p>An event that comes before the approval is known here is none of anybody's; the approval is asked for anew.
 */
@Component
final class ApprovalListener {

    private static final String CONSUMER = "portfolio-rebalancing";

    private final Inbox inbox;
    private final ApprovalFollower follower;

    ApprovalListener(Inbox inbox, ApprovalFollower follower) {
        this.inbox = inbox;
        this.follower = follower;
    }

    @KafkaListener(topics = Topics.APPROVALS_EVENTS, groupId = "portfolio-service-rebalancing")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().startsWith("approval.")) {
            ApprovalChanged changed = inbox.read(event, ApprovalChanged.class);
            if (changed.kind() == ApprovalKind.REBALANCE) {
                inbox.once(CONSUMER, event, () -> follower.heard(changed.id(), standing(changed)));
            }
        }
    }

    private static Standing standing(ApprovalChanged changed) {
        return switch (changed.state()) {
            case PENDING -> new Standing.Pending(changed.id(), changed.expiresAt());
            case APPROVED, EXECUTED, NOT_EXECUTED ->
                new Standing.Approved(changed.id(), changed.payloadHash(), changed.changedAt());
            case REJECTED ->
                new Standing.Rejected(
                        changed.id(),
                        Objects.requireNonNullElse(changed.decidedBy(), "somebody"),
                        Objects.requireNonNullElse(changed.reason(), "no"));
            case EXPIRED -> new Standing.Expired(changed.id());
        };
    }
}
