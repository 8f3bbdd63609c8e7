package dev.tradesuite.portfolio.rebalancing.client;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Approvals, as the orchestrator keeps them. */
@HttpExchange("/api/v1/approvals")
public interface ApprovalsApi {

    /** Asks for one; with the same key it is the same. */
    @PostExchange
    Approval ask(@RequestHeader("Idempotency-Key") String key, @RequestBody AskApprovalRequest request);

    /** An approval as it stands. */
    @GetExchange("/{id}")
    Approval approval(@PathVariable("id") UUID id);
}
