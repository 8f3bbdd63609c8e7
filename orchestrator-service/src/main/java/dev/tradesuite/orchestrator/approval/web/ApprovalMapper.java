package dev.tradesuite.orchestrator.approval.web;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import dev.tradesuite.orchestrator.approval.Approval.Execution;
import dev.tradesuite.orchestrator.approval.ApprovalQuestion;
import dev.tradesuite.orchestrator.approval.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Approvals as they are answered, and questions as they are asked. */
@Component
public final class ApprovalMapper {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    public ApprovalMapper(JsonMapper json) {
        this.json = json;
    }

    /** An approval as it stands. */
    public Approval approval(dev.tradesuite.orchestrator.approval.Approval approval) {
        ApprovalQuestion question = approval.question();
        Ruling ruling = approval.ruling();
        Execution execution = approval.execution();
        return new Approval(
                approval.id(),
                question.kind(),
                approval.state(),
                question.subject(),
                question.accountId(),
                question.summary(),
                payload(question),
                question.payloadHash(),
                question.checks().stream()
                        .map(check -> new Approval.Check(check.name(), check.passed(), check.message()))
                        .toList(),
                question.askedBy(),
                approval.askedAt(),
                approval.expiresAt(),
                ruling == null ? null : ruling.by(),
                ruling == null ? null : ruling.at(),
                ruling == null ? null : ruling.reason(),
                execution == null ? null : execution.decisionId(),
                execution == null ? List.of() : execution.changes(),
                approval.endedAt());
    }

    /** An approval as the body of an answer. */
    public String written(dev.tradesuite.orchestrator.approval.Approval approval) {
        return json.writeValueAsString(approval(approval));
    }

    ApprovalQuestion question(AskApprovalRequest request) {
        return new ApprovalQuestion(
                request.kind(),
                request.subject(),
                request.accountId(),
                request.summary(),
                json.writeValueAsString(request.payload()),
                request.payloadHash(),
                Objects.requireNonNullElse(request.checks(), List.<AskApprovalRequest.AskedCheck>of()).stream()
                        .map(check -> new ApprovalQuestion.Check(check.name(), check.passed(), check.message()))
                        .toList(),
                request.askedBy());
    }

    private Map<String, Object> payload(ApprovalQuestion question) {
        return json.readerFor(OBJECT)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(question.payload());
    }
}
