package dev.tradesuite.orchestrator.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalPage;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import dev.tradesuite.orchestrator.approval.ApprovalQuestion;
import dev.tradesuite.orchestrator.approval.TestApprovals;
import dev.tradesuite.test.ContractSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApprovalMapperTest {

    private final ApprovalMapper mapper = new ApprovalMapper(JsonMapper.shared());

    @Test
    void approvalIsWrittenAsItsSampleSays() {
        ContractSamples.compare("Approval", mapper.approval(TestApprovals.notExecuted()));
        ContractSamples.compare(
                "ApprovalPage", new ApprovalPage(List.of(mapper.approval(TestApprovals.notExecuted())), null));
    }

    @Test
    void questionOfAnotherServiceIsReadAsItsSampleSays() {
        AskApprovalRequest request = new AskApprovalRequest(
                ApprovalKind.REBALANCE,
                "rebalancing 7",
                "main",
                "Buy 2 AAPL",
                Map.of("quantity", 2),
                "ab".repeat(32),
                "ann",
                List.of(new AskApprovalRequest.AskedCheck("drift", true, "6 of 5 points")),
                900);
        ContractSamples.compare("AskApprovalRequest", request);

        ApprovalQuestion question = mapper.question(request);
        assertThat(question.payload()).isEqualTo("{\"quantity\":2}");
        assertThat(question.checks()).containsExactly(new ApprovalQuestion.Check("drift", true, "6 of 5 points"));
    }
}
