package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked to approve.
 *
 * @param kind what it is
 * @param subject what it is about, such as a symbol or a strategy
 * @param accountId account it is about; absent when it is about none, or about several
 * @param summary what would happen, in a sentence
 * @param payload exactly what would happen, as JSON
 * @param payloadHash SHA-256 of that, in hex
 * @param checks what was checked
 * @param askedBy who asks
 */
public record ApprovalQuestion(
        ApprovalKind kind,
        String subject,
        @Nullable String accountId,
        String summary,
        String payload,
        String payloadHash,
        List<Check> checks,
        String askedBy) {

    public ApprovalQuestion {
        checks = List.copyOf(checks);
    }

    /**
     * Something that was checked.
     *
     * @param name of the check
     * @param passed whether it allows what is to be approved
     * @param message what it found
     */
    public record Check(String name, boolean passed, String message) {}
}
