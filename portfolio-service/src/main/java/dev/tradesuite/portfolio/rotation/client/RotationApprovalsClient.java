package dev.tradesuite.portfolio.rotation.client;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import dev.tradesuite.portfolio.rotation.RotationApprovals;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Approvals of orchestrator-service. */
@Component
final class RotationApprovalsClient implements RotationApprovals {

    private static final Logger LOG = LoggerFactory.getLogger(RotationApprovalsClient.class);

    /** Who asks: nobody who could approve it as well. */
    private static final String ASKER = "rotation";

    private static final int LONGEST_MESSAGE = 1_000;

    private final RotationApprovalsApi orchestrator;

    RotationApprovalsClient(RotationApprovalsApi orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Override
    public Answer ask(Question question) {
        return answer(() -> orchestrator.ask(
                question.key(),
                new AskApprovalRequest(
                        ApprovalKind.ROTATION,
                        question.subject(),
                        question.account().orElse(null),
                        question.summary(),
                        question.payload(),
                        question.payloadHash(),
                        ASKER,
                        question.checks().stream()
                                .map(check -> new AskApprovalRequest.AskedCheck(
                                        check.name(), check.passed(), cut(check.message())))
                                .toList(),
                        Math.toIntExact(question.expiry().toSeconds()))));
    }

    @Override
    public Answer find(UUID approval) {
        return answer(() -> orchestrator.approval(approval));
    }

    private static String cut(String message) {
        return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    private static Answer answer(Supplier<Approval> question) {
        try {
            Approval approval = question.get();
            return new Answer.Stands(
                    approval.id(),
                    approval.state(),
                    approval.payloadHash(),
                    Optional.ofNullable(approval.decidedBy()),
                    Optional.ofNullable(approval.reason()));
        } catch (RemoteProblemException e) {
            if (e.status() == HttpStatus.NOT_FOUND.value()) {
                return new Answer.Unknown();
            }
            LOG.warn("A proposal could not be laid before a person: {}", e.getMessage());
            return new Answer.NotAsked(String.valueOf(e.getMessage()));
        } catch (ServiceUnavailableException e) {
            return new Answer.NotAsked(String.valueOf(e.getMessage()));
        }
    }
}
