package dev.tradesuite.portfolio.rotation.client;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of orchestrator-service. */
@HttpExchange("/api/v1/approvals")
public interface RotationApprovalsApi {

    /** Asks for an approval; a repeat with the same key is the same approval. */
    @PostExchange
    Approval ask(@RequestHeader("Idempotency-Key") String key, @RequestBody AskApprovalRequest request);

    /** Where an approval stands. */
    @GetExchange("/{id}")
    Approval approval(@PathVariable("id") UUID id);
}
