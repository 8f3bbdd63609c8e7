package dev.tradesuite.orchestrator.approval.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.ApprovalChanged;
import dev.tradesuite.orchestrator.approval.Approval;
import dev.tradesuite.orchestrator.approval.ApprovalEvents;
import dev.tradesuite.orchestrator.approval.ApprovalQuestion;
import dev.tradesuite.orchestrator.approval.Ruling;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events {@code approval.requested} and so on, on {@code approvals.events}, keyed by approval. */
@Component
final class ApprovalPublisher implements ApprovalEvents {

    private final Events events;

    ApprovalPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void changed(Approval approval) {
        events.publish(Topics.APPROVALS_EVENTS, approval.id().toString(), type(approval), event(approval));
    }

    private static String type(Approval approval) {
        return switch (approval.state()) {
            case PENDING -> "approval.requested";
            case APPROVED -> "approval.approved";
            case EXECUTED -> "approval.executed";
            case NOT_EXECUTED -> "approval.not_executed";
            case REJECTED -> "approval.rejected";
            case EXPIRED -> "approval.expired";
        };
    }

    private static ApprovalChanged event(Approval approval) {
        ApprovalQuestion question = approval.question();
        Ruling ruling = approval.ruling();
        return new ApprovalChanged(
                approval.id(),
                question.kind(),
                approval.state(),
                question.subject(),
                question.accountId(),
                question.summary(),
                question.payloadHash(),
                question.askedBy(),
                approval.expiresAt(),
                ruling == null ? null : ruling.by(),
                ruling == null ? null : ruling.reason(),
                decision(approval),
                changes(approval),
                changedAt(approval));
    }

    private static @Nullable UUID decision(Approval approval) {
        return approval.execution() == null ? null : approval.execution().decisionId();
    }

    private static List<Reason> changes(Approval approval) {
        return approval.execution() == null ? List.of() : approval.execution().changes();
    }

    private static Instant changedAt(Approval approval) {
        if (approval.endedAt() != null) {
            return approval.endedAt();
        }
        return approval.ruling() == null
                ? approval.askedAt()
                : approval.ruling().at();
    }
}
