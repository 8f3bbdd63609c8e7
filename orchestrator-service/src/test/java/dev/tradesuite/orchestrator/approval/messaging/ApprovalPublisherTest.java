package dev.tradesuite.orchestrator.approval.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.orchestrator.approval.TestApprovals;
import dev.tradesuite.test.ContractSamples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalPublisherTest {

    @Test
    void changeIsToldAsItsSampleSays() {
        List<String> told = new ArrayList<>();
        ApprovalPublisher publisher = new ApprovalPublisher((topic, key, type, data) -> {
            told.add(String.join(" ", topic, key, type));
            ContractSamples.compare("ApprovalChanged", data);
        });

        publisher.changed(TestApprovals.notExecuted());

        assertThat(told).containsExactly("approvals.events 019b8d6c-0000-7000-8000-000000000006 approval.not_executed");
    }
}
